"""Letting several objects go out together, now or at a set time."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from . import door, drafts, plans, publication
from .history.snapshot import assign, snapshot
from .models import Version
from .note import Note
from .plans.timetable import keep_in_step
from .together import do_together, lock

NO_NOTE = Note(is_minor=True)


def own_note(target):
    """What its editor wrote down for the public to be told; None when nothing."""
    shown = drafts.shown_to_editors(target)
    if shown is None or shown.origin != Version.Origin.DRAFT:
        return None
    note = Note.of(shown)
    return note if note.danish or note.is_minor else None


def needs_note(target):
    return target.first_published_at is not None and own_note(target) is None


def changed_since(seen, targets):
    """Those of `targets` that somebody has saved after version `seen`."""
    return [
        target
        for target in targets
        if Version.objects.of(target).in_line().filter(pk__gt=seen).exists()
    ]


def lock_all(targets):
    lock((type(target), target.pk) for target in targets)


@transaction.atomic
def release(targets, *, author, note):
    """Publish what lies ready of `targets`, all or nothing."""
    lock_all(targets)
    do_together(
        (str(target), partial(release_one, target, author, own_note(target) or note))
        for target in targets
    )


def release_one(target, author, note):
    if draft := drafts.draft_of(target):
        publication.publish_version(draft.version, author=author, note=note)
        return
    instance = publication.fresh(target)
    publication.check(instance)
    door.publish(
        instance,
        author=author,
        writer=writer_of(instance) or author,
        note_da=note.danish,
        note_en=note.english,
    )


def writer_of(target):
    """Who wrote what lies ready; None for what the site wrote itself."""
    shown = drafts.shown_to_editors(target)
    return shown and shown.author


@transaction.atomic
def plan(targets, at, *, author, note, title):
    """
    Plan that `targets` go out at the moment `at`; without one they do so at once.

    ValidationError when as the site stands now they could not.
    """
    now = timezone.now()
    lock_all(targets)
    entries = [plans.Entry(each, version_of(each, author, note)) for each in targets]
    made = plans.make(at or now, entries, author=author, title=title)
    with transaction.atomic():
        plans.carry_out(made, now)
        if at:
            transaction.set_rollback(True)
    keep_in_step()
    made.refresh_from_db()
    return made


def version_of(target, author, note):
    """The version that the plan goes by, with what the public is told of it."""
    draft = drafts.draft_of(target)
    told = own_note(target) or note
    if draft and Note.of(draft.version) == told:
        return draft.version
    instance = publication.fresh(target)
    data = draft.version.data if draft else snapshot(instance)
    # Named as it is to be, not as it is.
    assign(instance, data["fields"])
    # A note makes nobody the writer of a text.
    return drafts.keep(instance, data, author=writer_of(target) or author, note=told)
