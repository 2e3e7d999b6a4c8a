"""Saving without publishing: the form works on the draft, the public row stays."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.utils.translation import gettext

from content.publishing import door, drafts
from content.publishing.history.snapshot import snapshot

from .sitting import Sitting

FOR_PUBLISHERS = {"_publish", "_schedule"}


class Drafting:
    """
    A form opens on the draft, or on what is public, or on the row that nobody sees.

    For that the draft is applied in a transaction, which is rolled back once the form
    is rendered, or once what was saved has been written down as the new draft.
    """

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if FOR_PUBLISHERS & request.POST.keys() and not self.has_publish_permission(request):
            raise PermissionDenied
        obj = super().get_object(request, unquote(object_id)) if object_id else None
        if obj and "_discard" in request.POST:
            return self.discard(request, obj)
        sitting = request.sitting = Sitting.of(request, obj)
        with transaction.atomic():
            response = self.sit(request, sitting, object_id, form_url, extra_context)
            if sitting.saved is None:
                return response
            return self.take_down(request, sitting) or response

    def sit(self, request, sitting, *args):
        """The form on the rows as the editor sees them; rolled back unless it is to stay."""
        with transaction.atomic():
            sitting.begin()
            response = self.answer(request, *args)
            if hasattr(response, "render"):
                response.render()
            if not sitting.is_stored:
                transaction.set_rollback(True)
        return response

    def answer(self, request, *args):
        try:
            with transaction.atomic():
                return super().changeform_view(request, *args)
        except IntegrityError:
            # Somebody saved the same a moment ago. Checked again, the form says so.
            return super().changeform_view(request, *args)

    def save_related(self, request, form, formsets, change):
        """The rows are saved by now, so all of the object is taken down with them."""
        super().save_related(request, form, formsets, change)
        sitting, instance = request.sitting, form.instance
        sitting.saved, sitting.instance = snapshot(instance), instance
        sitting.note = form.note
        # A text that comes too late is set aside, and one for a public object is a draft.
        sitting.is_stored = not sitting.is_late and (
            form.publishes or not instance.is_published
        )
        if sitting.is_stored and form.publishes:
            door.publish(
                instance,
                author=request.user,
                note_da=form.note.danish,
                note_en=form.note.english,
            )

    def take_down(self, request, sitting):
        """Write the version down; the response, if it is not the form's own."""
        who = {"author": request.user}
        if sitting.is_late:
            version = drafts.set_aside(sitting.instance, sitting.saved, **who)
            return self.response_refused(request, sitting, version)
        if "_publish" in request.POST:
            return None
        sitting.version = drafts.keep(sitting.instance, sitting.saved, note=sitting.note, **who)
        return self.after_draft(request, sitting)

    def after_draft(self, request, sitting):
        """What else is asked for with the new draft; None for the usual response."""
        return

    def response_refused(self, request, sitting, version):
        message = gettext(
            "%s saved while you were writing, so yours was not taken. It is kept, and "
            "stands here beside the other."
        )
        self.message_user(
            request, message % (sitting.newest.author_name or "–"), messages.WARNING
        )
        return HttpResponseRedirect(
            self.address(sitting.obj, "compare", sitting.newest.pk, version.pk)
        )

    def discard(self, request, obj):
        if not self.has_change_permission(request, obj):
            raise PermissionDenied
        drafts.discard(obj, author=request.user)
        self.message_user(
            request,
            gettext("The draft is discarded. It is still in the history."),
            messages.SUCCESS,
        )
        return HttpResponseRedirect(request.path)
