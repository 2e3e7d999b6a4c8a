from content.publishing import drafts
from content.publishing.history import versions
from content.publishing.history.changes import changes
from content.publishing.history.snapshot import (
    apply,
    assign,
    is_related,
    snapshot,
    store_related,
)
from content.publishing.models import Version
from content.publishing.note import Note


class Sitting:
    """One editor at one form: what it opened on, and what comes of it."""

    def __init__(self, obj, shown, newest, seen):
        self.obj = obj
        # The version that the form shows; None for a row that has none, or a new one.
        self.shown = self.current = shown
        self.newest = newest
        # Whether somebody else has saved since this editor opened the form.
        self.is_late = newest is not None and seen != newest.pk
        self.seen = seen
        # Deleted by somebody else meanwhile: what is typed is set aside.
        self.is_deleted = obj is not None and obj._state.adding
        self.is_late = self.is_late or self.is_deleted

        # Filled in while the form is saved.
        self.saved = self.instance = self.note = self.version = None
        # Whether what is in the database now is to stay there, and the public sees it.
        self.is_stored = self.is_public = False
        self.lacks_second_pair = False

    @classmethod
    def of(cls, request, obj):
        if obj is None:
            return cls(None, None, None, None)
        newest = versions.newest(obj)
        # Who saves without saying what they have seen is taken to have seen nothing.
        seen = number(request.POST.get("_seen")) if request.method == "POST" else key(newest)
        sitting = cls(obj, drafts.shown_to_editors(obj), newest, seen)
        # What was typed goes on from what this editor saw, rows included: a draft that has
        # been discarded meanwhile, or a version that somebody else has saved over.
        base = number(request.POST.get("_base"))
        if base is not None:
            sitting.shown = Version.objects.of(obj).filter(pk=base).first() or sitting.shown
        return sitting

    @property
    def is_on_a_draft(self):
        return (
            self.shown is not None
            and self.obj.is_published
            and (self.shown.origin != Version.Origin.PUBLISHED)
        )

    @property
    def changes_rows(self):
        """Whether what the form shows has other rows or links than are stored."""
        return self.shown is not None and not is_related(self.shown.data, self.obj)

    def begin(self):
        """Let the rows be those of the version shown; the object itself comes by `open`."""
        if self.is_deleted:
            apply(self.shown.data, self.obj)
        elif self.shown:
            store_related(self.shown.data, self.obj)

    def take(self, instance, note):
        """What the form has just saved."""
        self.saved, self.instance, self.note = snapshot(instance), instance, note

    @property
    def shows_a_draft(self):
        return self.shown is not None and self.shown.origin == Version.Origin.DRAFT

    @property
    def says_nothing_new(self):
        """Whether what is saved is, to the letter, what editors see already."""
        return (
            self.shown is not None
            and self.shown == self.current
            and self.note == (Note.of(self.shown) if self.shows_a_draft else Note())
            and not changes(self.shown.data, self.saved)
        )

    def writer(self, user):
        """Who wrote what is saved: not `user`, who left somebody's draft as it was."""
        if self.shows_a_draft and not changes(self.shown.data, self.saved):
            return self.shown.author
        return user

    def open(self, obj):
        """`obj` as the editor sees it; its own columns are stored only by a save."""
        if self.shown:
            assign(obj, self.shown.data["fields"])
        if self.shows_a_draft:
            obj.note_of_draft = Note.of(self.shown)
        return obj


def key(version):
    return version and version.pk


def number(text):
    return int(text) if text and text.isdecimal() else None
