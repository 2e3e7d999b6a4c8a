"""Opening hours as people say them, in the active language."""

from itertools import groupby

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .opening import COPENHAGEN, DAY, MIDNIGHT

END_OF_DAY = 24 * 60
WHOLE_DAY = [(0, END_OF_DAY)]


def weekly(schedule):
    """["Monday–Friday 9:00–15:00", "Saturday 10:00–12:00"]; a closed weekday is left out."""
    days = [(weekday, stretches_of(schedule, weekday)) for weekday in range(7)]
    runs = [
        ([weekday for weekday, _stretches in run], stretches)
        for stretches, run in groupby(days, key=lambda day: day[1])
    ]
    return [line(weekdays, stretches) for weekdays, stretches in runs if stretches]


def state(schedule, at):
    """Whether somebody answers and when that changes; "" where no hours are known."""
    if not schedule:
        return ""
    change = schedule.next_change(at)
    if not schedule.is_open(at):
        return _("The line is closed. It opens %(when)s.") % {"when": when(change, at)}
    if change is None:
        return _("The line is open round the clock.")
    return _("The line is open until %(when)s.") % {"when": until(change, at)}


def stretches_of(schedule, weekday):
    """The weekday's open minutes as [(540, 900)], what touches or overlaps joined."""
    joined = []
    for opens, closes in sorted(
        (minutes(each.opens), minutes(each.closes) or END_OF_DAY)
        for each in schedule.stretches
        if each.weekday == weekday
    ):
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
        else:
            joined.append((opens, closes))
    return joined


def minutes(time):
    return time.hour * 60 + time.minute


def line(weekdays, stretches):
    words = {"days": days(weekdays), "hours": hours(stretches)}
    if stretches == WHOLE_DAY:
        return capfirst(_("%(days)s, round the clock") % words)
    return capfirst(_("%(days)s %(hours)s") % words)


def days(weekdays):
    if len(weekdays) == 7:
        return _("every day")
    first, last = WEEKDAYS[weekdays[0]], WEEKDAYS[weekdays[-1]]
    return f"{first}–{last}" if first != last else str(first)


def hours(stretches):
    return get_text_list(
        [f"{clock(opens)}–{clock(closes)}" for opens, closes in stretches], _("and")
    )


def clock(minute):
    """540 as "9:00"; Danish leaves the noughts of a full hour out."""
    words = {"hour": minute // 60, "minute": minute % 60}
    if words["minute"]:
        return pgettext("time of day", "%(hour)d:%(minute)02d") % words
    return pgettext("time of day, full hour", "%(hour)d:00") % words


def until(instant, at):
    """A closing time; midnight belongs to the day that it ends."""
    local, today = instant.astimezone(COPENHAGEN), at.astimezone(COPENHAGEN).date()
    if local.time() == MIDNIGHT and local.date() == today + DAY:
        return at_the_clock(END_OF_DAY)
    if local.date() == today:
        return at_the_clock(minutes(local))
    return when(instant, at)


def at_the_clock(minute):
    return pgettext("until", "%(time)s") % {"time": clock(minute)}


def when(instant, at):
    """A moment as seen from `at`: "today at 9:00", "Monday at 9:00"."""
    local, today = instant.astimezone(COPENHAGEN), at.astimezone(COPENHAGEN).date()
    words = {"time": clock(minutes(local)), "day": WEEKDAYS[local.weekday()]}
    if local.date() == today:
        return _("today at %(time)s") % words
    if local.date() == today + DAY:
        return _("tomorrow at %(time)s") % words
    if local.date() < today + 7 * DAY:
        return _("%(day)s at %(time)s") % words
    words["day"] = date_format(local.date(), "MONTH_DAY_FORMAT")
    return pgettext("date", "%(day)s at %(time)s") % words
