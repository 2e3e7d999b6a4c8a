from django.contrib import messages
from django.contrib.admin import action
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing import door

from .bulk import BulkPublishing


class PublishingActions(BulkPublishing):
    """Publishing and withdrawing from the list, and withdrawing from the form."""

    actions = ["publish_selected", "withdraw_selected"]

    def get_actions(self, request):
        actions = super().get_actions(request)
        # What is gone can't be had back: one at a time, from its own form.
        actions.pop("delete_selected", None)
        return actions

    def get_urls(self):
        view = self.admin_site.admin_view(self.withdraw_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_withdraw"
        return [path("<path:object_id>/withdraw/", view, name=name), *super().get_urls()]

    @action(
        description=_("Withdraw the selected %(verbose_name_plural)s"), permissions=["publish"]
    )
    def withdraw_selected(self, request, queryset):
        if "confirmed" not in request.POST:
            return self.confirm_withdrawal(
                request, [obj for obj in queryset if obj.is_published]
            )
        # From below, so that a page comes after the pages below it.
        for pk in [obj.pk for obj in reversed(queryset)]:
            self.change_one(request, pk, self.withdraw_one, gettext("“%s” is withdrawn."))
        return None

    def withdraw_view(self, request, object_id):
        if not self.has_publish_permission(request):
            raise PermissionDenied
        obj = super().get_object(request, unquote(object_id))
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if request.method != "POST":
            return self.confirm_withdrawal(request, [obj])
        self.change_one(request, obj.pk, self.withdraw_one, gettext("“%s” is withdrawn."))
        return HttpResponseRedirect(
            reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[obj.pk])
        )

    def confirm_withdrawal(self, request, objects):
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Withdraw from the public"),
            "opts": self.opts,
            "objects": objects,
        }
        return TemplateResponse(request, "admin/publishable/withdraw.html", context)

    @transaction.atomic
    def change_one(self, request, pk, change, message):
        """Change one object and say how it went; one that can't be stops no other."""
        obj = self.locked(pk)
        try:
            change(request, obj)
        except ValidationError as error:
            for reason in error.messages:
                self.message_user(request, f"{obj}: {reason}", messages.ERROR)
        else:
            self.message_user(request, message % obj, messages.SUCCESS)

    def withdraw_one(self, request, obj):
        if not obj.is_published:
            raise ValidationError(gettext("Nothing of this is public."))
        if reason := self.why_keep(obj):
            raise ValidationError(reason)
        door.withdraw(obj, author=request.user)
