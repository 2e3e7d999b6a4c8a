"""Moments as a part of an address: without the plus sign of a zone."""

from datetime import UTC

from django.utils import timezone
from django.utils.dateparse import parse_datetime


def as_segment(at):
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def moment(text):
    """The moment that `text` says; without a zone it is ours. None for what is none."""
    try:
        at = parse_datetime(text or "")
        if at is None:
            return None
        return at if timezone.is_aware(at) else timezone.make_aware(at)
    except (ValueError, OverflowError):
        return None
