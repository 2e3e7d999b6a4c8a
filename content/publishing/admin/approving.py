from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path
from django.utils.translation import gettext

from content.publishing import translations
from content.publishing.history import acts
from content.publishing.history.snapshot import snapshot
from content.publishing.models import Act
from content.publishing.translations.attention import field_label

from .seen import check_seen, seen_in
from .telling import hand_out, tell, value_of


class ApprovesEnglish:
    """The form tells which English is behind the Danish; an editor may say that it isn't."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.approve_translation_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_approve_translation"
        return [
            path("<path:object_id>/approve-translation/", view, name=name),
            *super().get_urls(),
        ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            told = tell(request.sitting, self.has_change_permission(request, obj))
            formsets = [each.formset for each in context["inline_admin_formsets"]]
            hand_out(told, context["adminform"].form, formsets)
            context["approvable"] = [each for each in told.values() if each.may_be_approved]
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @transaction.atomic
    def approve_translation_view(self, request, object_id):
        """Of the texts as the public sees them: those that are named, or all."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        outdated = {value_of(place): place for place in translations.outdated(obj)}
        named = request.POST.getlist("text") or outdated
        try:
            check_seen(seen_in(request.POST), [obj])
        except ValidationError as error:
            self.message_user(request, error.messages[0], messages.ERROR)
        else:
            self.approve(request, obj, [outdated[each] for each in named if each in outdated])
        return HttpResponseRedirect(self.address(obj, "change"))

    def approve(self, request, obj, places):
        if not places:
            self.message_user(request, gettext("Nothing of this is outdated."), messages.INFO)
            return
        translations.approve(obj, snapshot(obj), places)
        labels = [field_label(self.model, rows, field) for rows, _key, field in places]
        acts.write(Act.Action.APPROVED, obj, by=request.user, note=", ".join(labels))
        self.message_user(
            request, gettext("The English counts as up to date."), messages.SUCCESS
        )
