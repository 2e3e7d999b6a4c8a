"""
The one door: nothing else changes what the public sees.

Admin, the initial content and the scheduler all publish and withdraw here.
"""

import uuid

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from . import addresses, second_pair, translations, withdrawals
from .history import acts, versions
from .models import Act, Draft, Edition, Publishable, UpdateNote, Version, Withdrawal
from .note import Note
from .signals import moved, published, withdrawn


@transaction.atomic
def publish(instance, *, author=None, writer=None, note_da="", note_en=""):
    """
    Save `instance` with its rows as what the public sees, and start a new edition.

    With a note the date of the last update moves and the public is told what
    changed; without one it is a minor edit, and nobody is troubled. `writer` is who
    wrote what is published, if it was somebody else than `author`.

    ValidationError where a second pair of eyes is asked for, and there is but one.
    """
    second_pair.check(instance, author, writer or author)
    now = timezone.now()
    is_new = instance.first_published_at is None
    instance.state = Publishable.State.PUBLISHED
    instance.first_published_at = instance.first_published_at or now
    if is_new or note_da:
        instance.last_updated_at = now
    instance.save()

    has_moved = addresses.take(instance)
    published.send(type(instance), instance=instance)
    if has_moved:
        let_follow(instance)
    if note_da:
        tell(instance, author, note_da, note_en)
    withdrawals.drop(instance)
    write_down(instance, author, Note(note_da, note_en, not note_da))
    start_edition()


@transaction.atomic
def withdraw(instance, *, author=None, withdrawal=None, why=""):
    """
    Take `instance` from the public; its row, addresses and notes stay.

    `withdrawal` is a Withdrawal not yet stored, for what the public is told. One of
    the kind that is kept leaves the text where it is, below a banner. `why` is for the
    log, where nothing is told.
    """
    if withdrawal is None:
        withdrawals.drop(instance)
    else:
        withdrawals.keep(instance, withdrawal)
    if withdrawal is None or withdrawal.kind != Withdrawal.Kind.KEPT:
        instance.state = Publishable.State.WITHDRAWN
        instance.save()
        withdrawn.send(type(instance), instance=instance)
    reason = withdrawal.reason_da if withdrawal else ""
    told = withdrawals.as_changes(withdrawal) if withdrawal else []
    acts.write(Act.Action.WITHDRAWN, instance, by=author, note=reason or why, found=told)
    start_edition()


@transaction.atomic
def delete(instance, *, author=None):
    """Remove `instance` and its addresses; its versions stay, and bring it back."""
    withdrawn.send(type(instance), instance=instance)
    addresses.drop(instance)
    withdrawals.drop(instance)
    Draft.objects.of(instance).delete()
    translations.forget(instance)
    last = versions.record(instance, Version.Origin.DRAFT, author=author)
    acts.write(Act.Action.DELETED, instance, by=author, version=last, before=last.data)
    instance.delete()
    start_edition()


def let_follow(instance):
    """The addresses that follow from that of `instance`, which is a new one."""
    others = instance.moves_with()
    if others:
        addresses.take_all(others)
        moved.send(type(instance), instances=others)


def write_down(instance, author, note):
    """The version that the public sees from now on takes the place of the draft."""
    before = versions.newest_public(instance)
    Draft.objects.of(instance).delete()
    version = versions.record(instance, Version.Origin.PUBLISHED, author=author, note=note)
    translations.stamp(instance, version.data)
    acts.write(
        Act.Action.PUBLISHED,
        instance,
        by=author,
        note=note.danish,
        version=version,
        before=before and before.data,
    )


def tell(instance, author, note_da, note_en):
    titles = {f"title_{code}": text for code, text in instance.titles().items()}
    UpdateNote.objects.create(
        content_type=ContentType.objects.get_for_model(instance),
        object_id=instance.pk,
        note_da=note_da,
        note_en=note_en or None,
        published_at=instance.last_updated_at,
        author=author,
        **titles,
    )


def start_edition():
    """Raise the edition's number in the transaction that changes the content."""
    Edition.objects.get_or_create(pk=1)
    Edition.objects.filter(pk=1).update(number=F("number") + 1, key=uuid.uuid4())
