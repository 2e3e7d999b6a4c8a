from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import path
from django.utils.translation import gettext

from content.publishing.history import acts
from content.publishing.models import Act


class Guarding:
    """Administrators choose what is not to rest on one person."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.guard_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_guard"
        return [path("<path:object_id>/guard/", view, name=name), *super().get_urls()]

    def has_guard_permission(self, request):
        codename = get_permission_codename("guard", self.opts)
        return request.user.has_perm(f"{self.opts.app_label}.{codename}")

    @transaction.atomic
    def guard_view(self, request, object_id):
        """Ask for a second person, or ask no more."""
        if request.method != "POST" or not self.has_guard_permission(request):
            raise PermissionDenied
        obj = self.locked(unquote(object_id))
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        obj.needs_second_person = not obj.needs_second_person
        self.model.objects.filter(pk=obj.pk).update(needs_second_person=obj.needs_second_person)
        guarded = obj.needs_second_person
        acts.write(
            Act.Action.GUARDED if guarded else Act.Action.UNGUARDED, obj, by=request.user
        )
        self.message_user(request, self.told(guarded) % obj, messages.SUCCESS)
        return HttpResponseRedirect(self.address(obj, "change"))

    def told(self, is_guarded):
        if is_guarded:
            return gettext("“%s” now asks for a second pair of eyes before it is published.")
        return gettext("“%s” can now be published by the one who wrote it.")
