from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from content.publishing import door, references
from content.publishing.models import Version

from .actions import PublishingActions
from .columns import PublishingColumns
from .drafting import Drafting
from .forms import PublishingForm
from .needs import ENGLISH, UNPUBLISHED, NeedsFilter, count
from .remarking import Remarking
from .side_by_side import SideBySide

NOTE = ("update_note_da", "update_note_en")
FIELD_OF_NOTE = {
    "update_note_da": "note_da",
    "update_note_en": "note_en",
    "minor_change": "is_minor",
}


class PublishingAdmin(
    Drafting, Remarking, SideBySide, PublishingColumns, PublishingActions, TranslationAdmin
):
    """Editors save drafts; with the permission to publish, they go through the door."""

    form = PublishingForm
    change_form_template = "admin/publishable/change_form.html"
    delete_confirmation_template = "admin/publishable/delete_confirmation.html"
    list_display = ["__str__", "state_shown", "last_updated_at", "public_link"]
    list_filter = ["state", NeedsFilter]
    needs = [UNPUBLISHED, ENGLISH]

    def count_needs(self):
        return count(self.model, self.needs)

    def has_publish_permission(self, request):
        codename = get_permission_codename("publish", self.opts)
        return request.user.has_perm(f"{self.opts.app_label}.{codename}")

    def has_delete_permission(self, request, obj=None):
        may_delete = super().has_delete_permission(request, obj)
        if obj is None or not may_delete:
            return may_delete
        if obj.is_published and not self.has_publish_permission(request):
            return False
        return not self.why_keep(obj)

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
        if found is not None and request.method == "POST":
            found = self.locked(found.pk)
        sitting = getattr(request, "sitting", None)
        return sitting.open(found) if found is not None and sitting else found

    def locked(self, pk):
        return self.model.objects.select_for_update().filter(pk=pk).first()

    def get_fieldsets(self, request, obj=None):
        fields = [NOTE, "minor_change"] if obj and obj.is_published else [NOTE]
        options = {"fields": fields, "classes": ["notes"]}
        return [
            *super().get_fieldsets(request, obj),
            (_("What the public is told"), options),
        ]

    def get_form(self, request, obj=None, **kwargs):
        """What the public is to be told is kept with the draft."""
        form = super().get_form(request, obj, **kwargs)
        shown = request.sitting.shown if hasattr(request, "sitting") else None
        if shown and shown.origin == Version.Origin.DRAFT:
            for name, value in FIELD_OF_NOTE.items():
                if name in form.base_fields:
                    form.base_fields[name].initial = getattr(shown, value)
        return form

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_publish"] = self.has_publish_permission(request)
        context["why_keep"] = self.why_keep(obj) if obj else None
        context["sitting"] = request.sitting
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def response_add(self, request, obj, post_url_continue=None):
        if "_publish" in request.POST:
            return self.response_published(request, obj)
        return self.response_drafted(request, obj)

    def response_change(self, request, obj):
        if request.sitting.is_late:
            # The response is another one, see take_down.
            return HttpResponseRedirect(request.path)
        if "_publish" in request.POST:
            return self.response_published(request, obj)
        return self.response_drafted(request, obj)

    def response_published(self, request, obj):
        message = format_html(
            gettext("“{object}” is public. {link}"), object=obj, link=self.public_link(obj)
        )
        self.message_user(request, message, messages.SUCCESS)
        self.tell_remarks(request, obj)
        return self.response_post_save_change(request, obj)

    def response_drafted(self, request, obj):
        """Back to the form, where the draft can be seen, compared and published."""
        message = gettext("The draft of “%s” is saved. The public doesn't see it yet.") % obj
        self.message_user(request, message, messages.SUCCESS)
        return HttpResponseRedirect(self.address(obj, "change"))

    def address(self, obj, view, *args):
        return reverse(
            f"admin:{self.opts.app_label}_{self.opts.model_name}_{view}", args=[obj.pk, *args]
        )

    def delete_model(self, request, obj):
        door.delete(obj, author=request.user)

    def log_addition(self, request, obj, message):
        """The door and the drafts write their own log."""

    log_change = log_addition

    def log_deletions(self, request, queryset):
        return []
