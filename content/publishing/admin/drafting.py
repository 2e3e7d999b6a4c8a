"""Saving without publishing: the form works on the draft, the public row stays."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.utils.translation import gettext

from content.publishing import deleted, door, drafts, presence, second_pair

from .saved import SAVED
from .sitting import Sitting

FOR_PUBLISHERS = {"_publish", "_schedule"}


class Drafting:
    """
    A form opens on the draft, or on what is public, or on the row that nobody sees.

    For that the draft is applied in a transaction, which is rolled back once the form
    is rendered, or once what was saved has been written down as the new draft.
    """

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        view = self.form_sent if request.method == "POST" else self.form_opened
        return view(request, object_id, form_url, extra_context)

    def form_opened(self, request, object_id, *args):
        """Where no row has to change for it nobody waits: SQLite has one place to write."""
        obj = self.opened(request, object_id)
        sitting = request.sitting = Sitting.of(request, obj)
        if obj and self.has_change_permission(request, obj):
            presence.arrive(obj, request.user)
        if sitting.changes_rows:
            return self.sit(request, sitting, object_id, *args)
        return super().changeform_view(request, object_id, *args)

    @transaction.atomic
    def form_sent(self, request, object_id, *args):
        if FOR_PUBLISHERS & request.POST.keys() and not self.has_publish_permission(request):
            raise PermissionDenied
        obj = self.opened(request, object_id)
        sitting = request.sitting = Sitting.of(request, obj)
        if obj and "_discard" in request.POST:
            return self.discard(request, sitting)
        response = self.sit(request, sitting, object_id, *args)
        if sitting.saved is None:
            return response
        return self.take_down(request, sitting) or response

    def opened(self, request, object_id):
        """The stored row, locked for a save; of what was deleted meanwhile its last version."""
        obj = super().get_object(request, unquote(object_id)) if object_id else None
        if request.method != "POST":
            return obj
        if obj:
            return self.locked(obj.pk)
        return deleted.as_it_was(self.model, object_id) if object_id else None

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
        sitting.take(instance, form.note)
        sitting.lacks_second_pair = form.tells and second_pair.is_missing(
            instance, request.user, sitting.writer(request.user)
        )
        if form.publishes and not (sitting.is_late or sitting.lacks_second_pair):
            self.publish(request, sitting, form.note)
        else:
            # A text that comes too late is set aside, one for a public object is a draft.
            sitting.is_stored = not (sitting.is_late or instance.is_published)

    def publish(self, request, sitting, note):
        door.publish(
            sitting.instance,
            author=request.user,
            writer=sitting.writer(request.user),
            note_da=note.danish,
            note_en=note.english,
        )
        sitting.is_stored = sitting.is_public = True

    def take_down(self, request, sitting):
        """Write the version down; the response, if it is not the form's own."""
        presence.leave(sitting.instance, request.user)
        if sitting.is_public:
            return None
        who = {"author": request.user}
        if sitting.is_late:
            version = drafts.set_aside(sitting.instance, sitting.saved, **who)
            return self.response_refused(request, sitting, version)
        if sitting.says_nothing_new:
            sitting.version = sitting.shown
        else:
            writer = {"author": sitting.writer(request.user)}
            sitting.version = drafts.keep(
                sitting.instance, sitting.saved, note=sitting.note, **writer
            )
        return self.after_draft(request, sitting)

    def after_draft(self, request, sitting):
        """What else is asked for with the new draft; None for the usual response."""
        return

    def response_refused(self, request, sitting, version):
        if sitting.is_deleted:
            text = gettext(
                "“%s” was deleted while you were writing. What you wrote is kept in the "
                "history, and the rest can be had back from the list of what is deleted."
            )
            self.message_user(request, text % version.title, messages.WARNING, SAVED)
            return self.response_post_save_change(request, sitting.obj)
        text = gettext(
            "%s saved while you were writing, so yours was not taken. It is kept, and "
            "stands here beside the other."
        )
        who = sitting.newest.author_name or "–"
        self.message_user(request, text % who, messages.WARNING, SAVED)
        return HttpResponseRedirect(
            self.address(sitting.obj, "compare", sitting.newest.pk, version.pk)
        )

    def discard(self, request, sitting):
        if not self.has_change_permission(request, sitting.obj):
            raise PermissionDenied
        if sitting.is_late:
            text = gettext("Nothing was discarded: %s has saved since, and that is here.")
            who = sitting.newest.author_name or "–"
            self.message_user(request, text % who, messages.WARNING)
        else:
            drafts.discard(sitting.obj, author=request.user)
            text = gettext("The draft is discarded. It is still in the history.")
            self.message_user(request, text, messages.SUCCESS, SAVED)
        return HttpResponseRedirect(request.path)
