"""Publishing several from the list: all of them or none."""

from django.contrib import messages
from django.contrib.admin import action
from django.contrib.admin.helpers import ActionForm
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing import releasing
from content.publishing.models import Draft

from .note_fields import NoteFields
from .seen import SeenField, check_seen, newest_version, seen_in


class ListForm(ActionForm):
    seen = SeenField()


class BulkPublishing:
    action_form = ListForm

    @action(
        description=_("Publish the selected %(verbose_name_plural)s"), permissions=["publish"]
    )
    def publish_selected(self, request, queryset):
        targets = self.lying_ready(queryset)
        known = [each for each in targets if each.first_published_at]
        form = NoteFields(request.POST if "confirmed" in request.POST else None)
        form.needs_note = any(releasing.needs_note(each) for each in known)
        if known and not form.is_valid():
            return self.confirm_publication(request, targets, form)
        self.publish_together(request, targets, form)
        return None

    def lying_ready(self, queryset):
        """In the list's order: what is not public, and drafts of what is."""
        drafted = set(Draft.objects.of_model(self.model).values_list("object_id", flat=True))
        return [each for each in queryset if not each.is_published or each.pk in drafted]

    def confirm_publication(self, request, targets, form):
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Publish together") if len(targets) > 1 else gettext("Publish"),
            "opts": self.opts,
            "targets": targets,
            "form": form,
            "seen": seen_in(request.POST) or newest_version(),
        }
        return TemplateResponse(request, "admin/publishable/publish.html", context)

    def publish_together(self, request, targets, form):
        note = form.note if form.is_bound else releasing.NO_NOTE
        try:
            with transaction.atomic():
                check_seen(seen_in(request.POST), targets)
                releasing.release(targets, author=request.user, note=note)
        except ValidationError as error:
            for reason in error.messages:
                self.message_user(request, reason, messages.ERROR)
            return
        for each in targets:
            self.message_user(request, gettext("“%s” is public.") % each, messages.SUCCESS)
