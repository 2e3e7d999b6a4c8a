"""
When somebody answers, by the clock on the wall in Copenhagen.

Whether it is open follows from the wall clock alone. So the nights when the clocks
change need no rule of their own: what the clock shows twice is open twice, and what
it never shows is no time at all.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
MIDNIGHT = time(0)
# Where the clocks jump to and from on the two nights.
CLOCK_CHANGES = {time(2), time(3)}
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """One stretch of a weekday (0 is Monday); closing at 00:00 is the day's end."""

    weekday: int
    opens: time
    closes: time

    def covers(self, local):
        clock = local.time()
        return (
            local.weekday() == self.weekday
            and self.opens <= clock
            and (clock < self.closes or self.closes == MIDNIGHT)
        )


@dataclass(frozen=True)
class Schedule:
    """The hours of a week, and the days when nobody answers. Falsy without hours."""

    stretches: frozenset[Stretch] = frozenset()
    closed_days: frozenset[date] = frozenset()

    def __bool__(self):
        return bool(self.stretches)

    def is_open(self, at):
        local = at.astimezone(COPENHAGEN)
        return local.date() not in self.closed_days and any(
            stretch.covers(local) for stretch in self.stretches
        )

    def next_change(self, at):
        """When it next closes or opens; None if it never does."""
        is_open = self.is_open(at)
        return next((edge for edge in self.edges(at) if self.is_open(edge) != is_open), None)

    def closes_at(self, at):
        return self.next_change(at) if self.is_open(at) else None

    def opens_next(self, at):
        return None if self.is_open(at) else self.next_change(at)

    def next_edge(self, at):
        """
        When what is said of the hours next changes, at the latest.

        Midnight counts, for "opens tomorrow" is then "opens today".
        """
        change = self.next_change(at)
        return change and min(change, midnight_after(at))

    def edges(self, at):
        """Every instant after `at` when it might open or close, soonest first."""
        day = at.astimezone(COPENHAGEN).date()
        # A week on, all that the hours can say has been said.
        last = max([day, *self.closed_days]) + 8 * DAY
        clock = {MIDNIGHT} | CLOCK_CHANGES
        clock |= {time for each in self.stretches for time in (each.opens, each.closes)}
        while day <= last:
            instants = {instant(day, time, fold) for time in clock for fold in (0, 1)}
            yield from (edge for edge in sorted(instants) if edge > at)
            day += DAY


def instant(day, clock, fold=0):
    """The instant when the clock shows `clock`; `fold` 1 is the second time that night."""
    return datetime.combine(day, clock, COPENHAGEN).replace(fold=fold).astimezone(UTC)


def midnight_after(at):
    return instant(at.astimezone(COPENHAGEN).date() + DAY, MIDNIGHT)
