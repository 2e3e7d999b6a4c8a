from django.contrib import messages
from django.contrib.auth import get_permission_codename
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from content.publishing import door, presence, references

from .actions import PublishingActions
from .approving import ApprovesEnglish
from .columns import PublishingColumns
from .drafting import Drafting
from .english import EnglishColumn, EnglishFilter
from .forms import PublishingForm
from .guarding import Guarding
from .history import History
from .looking import Looking
from .needs import ENGLISH, OUTDATED, UNPUBLISHED, NeedsFilter, count
from .presence import Presence
from .previewing import Previewing
from .reading import Reading
from .remarking import Remarking
from .saved import SAVED
from .scheduling import Scheduling
from .side_by_side import SideBySide
from .work import WorkFilter

NOTE = ("update_note_da", "update_note_en")


def drafted(sitting):
    """What is said of a save that the public does not see."""
    if sitting.lacks_second_pair:
        return gettext(
            "The draft of “%s” is saved. Somebody else must publish it: it asks for a "
            "second pair of eyes."
        )
    if sitting.says_nothing_new:
        return gettext("You have changed nothing in “%s”, so there was nothing to save.")
    return gettext("The draft of “%s” is saved. The public doesn't see it yet.")


class PublishingAdmin(
    History,
    Scheduling,
    Drafting,
    Remarking,
    Reading,
    SideBySide,
    ApprovesEnglish,
    EnglishColumn,
    Previewing,
    PublishingColumns,
    PublishingActions,
    Guarding,
    Presence,
    Looking,
    TranslationAdmin,
):
    """Editors save drafts; with the permission to publish, they go through the door."""

    form = PublishingForm
    change_form_template = "admin/publishable/change_form.html"
    delete_confirmation_template = "admin/publishable/delete_confirmation.html"
    list_display = ["__str__", "state_shown", "english_shown", "last_updated_at", "public_link"]
    list_filter = ["state", WorkFilter, NeedsFilter, EnglishFilter]
    needs = [UNPUBLISHED, ENGLISH, OUTDATED]

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
        fields = [*fields, *self.schedule_fields(request)]
        options = {"fields": fields, "classes": ["notes"]}
        return [
            *super().get_fieldsets(request, obj),
            (_("What the public is told"), options),
        ]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["may_publish"] = self.has_publish_permission(request)
        context["why_keep"] = self.why_keep(obj) if obj else None
        context["may_guard"] = self.has_guard_permission(request)
        context["sitting"] = request.sitting
        context["others"] = presence.others(obj, request.user) if obj else ""
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def response_add(self, request, obj, post_url_continue=None):
        return self.response_saved(request, obj)

    def response_change(self, request, obj):
        return self.response_saved(request, obj)

    def response_saved(self, request, obj):
        sitting = request.sitting
        if sitting.is_public:
            return self.response_published(request, obj)
        if not sitting.is_late:
            return self.response_drafted(request, obj)
        # Another response takes its place, see Drafting.take_down.
        return HttpResponseRedirect(request.path)

    def response_published(self, request, obj):
        message = format_html(
            gettext("“{object}” is public. {link}"), object=obj, link=self.public_link(obj)
        )
        self.message_user(request, message, messages.SUCCESS, SAVED)
        self.tell_remarks(request, obj)
        return self.response_post_save_change(request, obj)

    def response_drafted(self, request, obj):
        """Back to the form, where the draft can be seen, compared and published."""
        sitting = request.sitting
        level = messages.INFO if sitting.says_nothing_new else messages.SUCCESS
        self.message_user(request, drafted(sitting) % obj, level, SAVED)
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
