"""Who is reminded of what, and what they have been reminded of already."""

from datetime import timedelta

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
    return {
        recipient: news for recipient, rows in found.items() if (news := new(recipient, rows))
    }


def new(recipient, rows):
    """Those that `recipient` has not been reminded of within a week."""
    said = set(
        Reminder.objects.filter(recipient=recipient).recent().values_list("key", flat=True)
    )
    return [row for row in rows if row.key not in said]


def remember(recipient, rows):
    """Once they have been sent, and not before: rather twice than never."""
    for row in rows:
        Reminder.objects.update_or_create(
            recipient=recipient, key=row.key, defaults={"sent_at": timezone.now()}
        )
