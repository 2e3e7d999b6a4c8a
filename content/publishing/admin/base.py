from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from content.publishing import door, references

from .actions import PublishingActions
from .columns import PublishingColumns
from .forms import PublishingForm
from .needs import ENGLISH, UNPUBLISHED, NeedsFilter, count
from .side_by_side import SideBySide

NOTE = ("update_note_da", "update_note_en")


class PublishingAdmin(SideBySide, PublishingColumns, PublishingActions, TranslationAdmin):
    """
    Editors save what nobody sees yet; with the permission to publish, a save of what
    is public, or the button “Publish”, goes through the door.
    """

    form = PublishingForm
    change_form_template = "admin/publishable/change_form.html"
    list_display = ["__str__", "state_shown", "last_updated_at", "public_link"]
    list_filter = ["state", NeedsFilter]
    needs = [UNPUBLISHED, ENGLISH]

    def count_needs(self):
        return count(self.model, self.needs)

    def has_publish_permission(self, request):
        codename = get_permission_codename("publish", self.opts)
        return request.user.has_perm(f"{self.opts.app_label}.{codename}")

    def has_change_permission(self, request, obj=None):
        may_change = super().has_change_permission(request, obj)
        if obj and obj.is_published:
            return may_change and self.has_publish_permission(request)
        return may_change

    def has_delete_permission(self, request, obj=None):
        may_delete = super().has_delete_permission(request, obj)
        if obj is None or not may_delete:
            return may_delete
        return not self.why_keep(obj) and self.has_change_permission(request, obj)

    def why_keep(self, obj):
        """Why `obj` can be neither withdrawn nor deleted, if it can't."""
        users = references.public_users(obj)
        if not users:
            return None
        return gettext("Public content stands on it: %(objects)s. Withdraw that first.") % {
            "objects": ", ".join(f"“{user}”" for user in users[:5])
        }

    def get_object(self, request, object_id, from_field=None):
        """On a save the row is locked: nobody publishes between the check and the save."""
        found = super().get_object(request, object_id, from_field)
        if found is None or request.method != "POST":
            return found
        return self.locked(found.pk)

    def locked(self, pk):
        return self.model.objects.select_for_update().filter(pk=pk).first()

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if not self.has_publish_permission(request):
            return fieldsets
        # Only what the public has seen before can be changed a little.
        fields = [NOTE, "minor_change"] if obj and obj.is_published else [NOTE]
        options = {"fields": fields, "classes": ["notes"]}
        return [*fieldsets, (_("What the public is told"), options)]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if "_publish" in request.POST and not self.has_publish_permission(request):
            raise PermissionDenied
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            # Somebody saved the same a moment ago. Checked again, the form says so.
            return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_publish"] = self.has_publish_permission(request)
        context["why_keep"] = self.why_keep(obj) if obj else None
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if not form.publishes:
            return
        # The rows are saved by now, so the door takes all of the object with it.
        door.publish(
            form.instance,
            author=request.user,
            note_da=form.cleaned_data["update_note_da"],
            note_en=form.cleaned_data["update_note_en"],
        )
        self.log_change(request, form.instance, gettext("Published."))

    def response_add(self, request, obj, post_url_continue=None):
        if "_publish" in request.POST:
            return self.response_published(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        if "_publish" in request.POST:
            return self.response_published(request, obj)
        return super().response_change(request, obj)

    def response_published(self, request, obj):
        message = format_html(
            gettext("“{object}” is public. {link}"), object=obj, link=self.public_link(obj)
        )
        self.message_user(request, message, messages.SUCCESS)
        return self.response_post_save_change(request, obj)

    def delete_model(self, request, obj):
        door.delete(obj)
