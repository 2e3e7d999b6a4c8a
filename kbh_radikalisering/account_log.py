"""What is done to accounts and groups, in the log."""

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from content.publishing.history import acts
from content.publishing.history.changes import Change
from content.publishing.models import Act

from .signin import notices

# Of these it is told only that they were changed.
SECRET = {"password", "password1", "password2", "usable_password"}


class Logged:
    """For a ModelAdmin of accounts or groups: our log in the place of Django's."""

    # What a reader of the log may want to know of what is gone.
    logged_when_deleted = []
    name_in_log = staticmethod(str)

    def construct_change_message(self, request, form, formsets, add=False):
        """What log_addition and log_change get as their message."""
        return list(dict.fromkeys(self.change(form, name) for name in form.changed_data))

    def change(self, form, name):
        if name in SECRET:
            return notices.PASSWORD_CHANGE
        values = form.initial.get(name), form.cleaned_data.get(name)
        return Change(name, *(self.as_text(value) for value in values))

    def as_text(self, value):
        """Names in the place of keys: the log is read when what they stood for is gone."""
        if value is None or isinstance(value, (bool, str)):
            return "" if value is None else value
        return ", ".join(sorted(self.name_in_log(each) for each in value))

    def log_addition(self, request, obj, message):
        return acts.write(Act.Action.ADDED, obj, by=request.user, found=message)

    def log_change(self, request, obj, message):
        if notices.PASSWORD_CHANGE in message:
            notices.tell(obj, notices.PASSWORD, by=request.user)
        return acts.write(Act.Action.CHANGED, obj, by=request.user, found=message)

    def log_deletions(self, request, queryset):
        return [
            acts.write(Act.Action.DELETED, obj, by=request.user, found=self.last_values(obj))
            for obj in queryset
        ]

    def last_values(self, obj):
        values = {name: getattr(obj, name) for name in self.logged_when_deleted}
        texts = {
            name: self.as_text(value.all() if hasattr(value, "all") else value)
            for name, value in values.items()
        }
        return [Change(name, text, "") for name, text in texts.items() if text]

    def history_view(self, request, object_id, extra_context=None):
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        kind = ContentType.objects.get_for_model(self.model).pk
        where = urlencode({"kind": kind, "object_id": object_id})
        return HttpResponseRedirect(f"{reverse('admin:publishing_act_changelist')}?{where}")
