"""What the public would see if the drafts were published now."""

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from content.publishing import door, drafts, publication, references
from content.publishing.history.snapshot import assign
from content.publishing.note import Note

from .scene import Scene


def coming(instances):
    """A Scene with the newest text of each of `instances`, public or not."""
    waiting = locked(instances)
    keys = [(type(each), each.pk) for each in waiting]
    while waiting:
        refused = {each: why for each in waiting if (why := refusal(each))}
        if len(refused) == len(waiting):
            break
        # One may have had to wait for another.
        waiting = list(refused)
    else:
        refused = {}
    for each in refused:
        show_unchecked(each)
    shown = [model.objects.get(pk=pk) for model, pk in keys]
    return Scene(shown, [reason for why in refused.values() for reason in why])


def locked(instances):
    """As stored; in one order, so that two previews wait for, and not upon, each other."""
    ordered = sorted(instances, key=lambda each: (each._meta.label, each.pk))
    found = [
        type(each).objects.select_for_update().filter(pk=each.pk).first() for each in ordered
    ]
    return [each for each in found if each is not None]


def refusal(instance):
    """Publish the newest text of `instance`; why not, if it can't be."""
    try:
        with transaction.atomic():
            publish(instance)
    except ValidationError as error:
        return [f"{instance}: {message}" for message in error.messages]
    return []


def publish(instance):
    draft = drafts.draft_of(instance)
    if draft:
        publication.publish_version(draft.version, note=told(draft.version))
    elif not instance.is_published:
        instance = publication.fresh(instance)
        publication.check(instance)
        door.publish(instance)


def told(version):
    """The note as it was written; until it is, one that moves the date as it will."""
    note = Note.of(version)
    if note.danish or note.is_minor:
        return note
    return Note(*(placeholder(language) for language in ["da", "en"]))


def placeholder(language):
    with translation.override(language):
        return _("(What has changed will be told here.)")


def show_unchecked(instance):
    """As well as can be: what could not be published is shown all the same."""
    draft = drafts.draft_of(instance)
    if draft:
        assign(instance, draft.version.data["fields"])
    for target in references.unseen(instance).values():
        show_unchecked(target)
    try:
        with transaction.atomic():
            if draft:
                publication.store(draft.version.data, instance)
            door.publish(publication.fresh(instance))
    except (DatabaseError, RecursionError, ValidationError):
        # Another object has its place, or it would stand below itself. What is public stays.
        return
