"""A number is called now and then, to hear that the right people still answer."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

VERIFIED_FOR = timedelta(days=30)


def unverified():
    """Nobody has called the number for a month, or ever."""
    too_old = timezone.localdate() - VERIFIED_FOR
    return Q(verified_on__isnull=True) | Q(verified_on__lt=too_old)


def called_again_by(row, shown):
    """The last day that the number may be trusted; None for one that nobody sees yet."""
    if row.verified_on:
        return row.verified_on + VERIFIED_FOR
    return timezone.localdate(shown.first_published_at) if shown.first_published_at else None
