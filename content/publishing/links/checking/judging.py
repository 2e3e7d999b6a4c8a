"""What an answer makes of a link: one bad day breaks none."""

from datetime import timedelta

from django.utils import timezone

from content.publishing.models import ExternalLink
from content.publishing.models.external_link import LONGEST_ADDRESS

from .answer import GONE

Status = ExternalLink.Status

IN_ORDER = timedelta(days=7)
LONGEST = timedelta(days=16)
# On as many days.
FAILURES_OF_A_BROKEN_LINK = 3


def judged(link, answer, now):
    """The columns of `link` after `answer`."""
    found = {
        "http_status": answer.status,
        "reason": answer.reason,
        "moved_to": answer.moved_to[:LONGEST_ADDRESS],
        "checked_at": now,
    }
    if answer.is_ok or answer.is_unwilling:
        status = Status.OK if answer.is_ok else Status.CAUTION
        pause = IN_ORDER
        found |= {"status": status, "failures": 0, "failed_on": None}
    else:
        found |= failed(link, answer, timezone.localdate(now))
        pause = back_off(found["failures"])
    return found | {"next_check_at": now + max(pause, wanted(answer))}


def failed(link, answer, today):
    failures = link.failures if link.failed_on == today else link.failures + 1
    is_broken = (
        link.status == Status.BROKEN
        or failures >= FAILURES_OF_A_BROKEN_LINK
        or (answer.is_gone and link.http_status in GONE)
    )
    return {
        "status": Status.BROKEN if is_broken else Status.CAUTION,
        "failures": failures,
        "failed_on": today,
    }


def back_off(failures):
    return min(timedelta(days=2 ** min(failures - 1, 10)), LONGEST)


def wanted(answer):
    """How long the site asks us to stay away."""
    return min(answer.retry_after or timedelta(), LONGEST)
