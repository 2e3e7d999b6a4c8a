"""Who is reminded of what, and what they have been reminded of already."""

from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from .attention.registry import all_rows
from .models import Reminder

AHEAD = timedelta(days=14)


def due_rows():
    """What is to be done within a fortnight, or should have been."""
    last = timezone.localdate() + AHEAD
    return [row for row in all_rows() if row.due and row.due <= last]


def by_recipient(role_mailbox):
    """{address: its rows}: the role mailbox gets them all, an owner those they own."""
    found = {}
    for row in due_rows():
        owner = row.owner.email if row.owner and row.owner.is_active else ""
        for recipient in dict.fromkeys(filter(None, [role_mailbox, owner])):
            found.setdefault(recipient, []).append(row)
    return found


@contextmanager
def told(recipient, rows):
    """
    Those of `rows` to tell `recipient` of in the block; told when it ends without an error.

    Not what they have been reminded of within a week, nor what somebody else is telling
    them at this moment. Should this process die meanwhile, the next run tells it: rather
    twice than never.
    """
    claim = uuid4()
    take(claim, recipient, [row.key for row in rows])
    mine = Reminder.objects.filter(claim=claim)
    keys = set(mine.values_list("key", flat=True))
    try:
        yield [row for row in rows if row.key in keys]
    except BaseException:
        mine.update(claim=None, claimed_at=None)
        raise
    mine.update(claim=None, claimed_at=None, sent_at=timezone.now())


@transaction.atomic
def take(claim, recipient, keys):
    """In one statement, for which of two processes the second waits, and finds nothing."""
    Reminder.objects.bulk_create(
        [Reminder(recipient=recipient, key=key) for key in keys], ignore_conflicts=True
    )
    wanted = Reminder.objects.filter(recipient=recipient, key__in=keys)
    wanted.free().update(claim=claim, claimed_at=timezone.now())


def forget_old():
    Reminder.objects.old().delete()
