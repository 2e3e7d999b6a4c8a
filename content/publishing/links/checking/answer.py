from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from content.publishing.models.external_link import Reason

GONE = {404, 410}
# The site is there, and doesn't want to be asked by us.
UNWILLING = {401, 403, 405, 406, 429, 451, 999}


@dataclass(frozen=True)
class Answer:
    """What a site had to say of an address, or why it said nothing."""

    status: int | None = None
    reason: str = Reason.NONE
    # Where it leads on to.
    location: str = ""
    retry_after: timedelta | None = None
    # Where it has moved for good.
    moved_to: str = ""

    @property
    def is_ok(self):
        return self.status is not None and 200 <= self.status < 300

    @property
    def is_gone(self):
        return self.status in GONE

    @property
    def is_unwilling(self):
        return self.status in UNWILLING


def waiting_time(text, now=None):
    """A Retry-After: in seconds, or until a date."""
    if not text:
        return None
    if text.strip().isdecimal():
        return timedelta(seconds=min(int(text), 10**7))
    try:
        until = parsedate_to_datetime(text)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(until - (now or datetime.now(UTC)), timedelta())
