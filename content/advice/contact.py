"""Whom to call: read once an edition, decided at the moment of asking."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils import translation

from content.publishing.every_page import on_every_page
from content.publishing.gathered import attach
from content.publishing.kept import kept_for_edition

from . import phones
from .models import AdviceUnit, ClosedDay, HelpLine, HelpLineHours, OpeningHours, PhoneNumber

read_units = on_every_page("units", AdviceUnit.objects.published)
read_numbers = on_every_page("numbers", PhoneNumber.objects.all)
read_hours = on_every_page("hours", OpeningHours.objects.all)
read_closed_days = on_every_page("closed days", ClosedDay.objects.all)
read_lines = on_every_page("lines", HelpLine.objects.published)
read_line_hours = on_every_page("hours of lines", HelpLineHours.objects.all)


@dataclass(frozen=True)
class Contacts:
    """Everything that can be called, with its hours, in the editors' order."""

    units: list[AdviceUnit]
    lines: list[HelpLine]

    @property
    def unit(self):
        """The first unit that can be called."""
        return next((unit for unit in self.units if unit.phone_numbers.all()), None)

    @property
    def emergency(self):
        return next((line for line in self.lines if line.number == phones.EMERGENCY), None)

    def stand_in(self, at):
        """Who takes over from the unit: the line that answers, or the first that will."""
        lines = [line for line in self.lines if line.takes_over]
        return min(lines, key=lambda line: wait(line.schedule, at), default=None)

    def next_edge(self, at):
        """When what the pages say of hours next changes, at the latest; None if never."""
        edges = [each.schedule.next_edge(at) for each in [*self.units, *self.lines]]
        return min([edge for edge in edges if edge], default=None)


@dataclass(frozen=True)
class Contact:
    """A number as plain text, for the pages that must do without the database."""

    name: str
    national: str
    tel: str

    @classmethod
    def of(cls, owner, row):
        return cls(owner.name, row.national, row.tel)


@kept_for_edition
def contacts():
    units, lines = in_order(read_units()), in_order(read_lines())
    attach(units, "phone_numbers", in_order(read_numbers()))
    attach(units, "opening_hours", sorted(read_hours(), key=by_the_week))
    attach(units, "closed_days", sorted(read_closed_days(), key=lambda row: row.date))
    attach(lines, "opening_hours", sorted(read_line_hours(), key=by_the_week))
    return Contacts(units, lines)


def in_order(rows):
    return sorted(rows, key=lambda row: (row.position, row.pk))


def by_the_week(row):
    return row.weekday, row.opens


def bar(at):
    """What the contact bar says at `at`."""
    known = contacts()
    unit, emergency, stand_in = known.unit, known.emergency, known.stand_in(at)
    if unit is None:
        shown = {"owner": stand_in, "call": stand_in}
    else:
        shown = {
            "owner": unit,
            "call": unit.phone_numbers.all()[0],
            "audiences": [name for _field, name, *_more in unit.audiences],
            "stand_in": stand_in if answers_before(stand_in, unit, at) else None,
        }
    contact = shown["call"] and Contact.of(shown["owner"], shown["call"])
    return shown | {"contact": contact, "emergency": emergency, "at": at}


def answers_before(line, unit, at):
    return line is not None and wait(line.schedule, at) < wait(unit.schedule, at)


def wait(schedule, at):
    """How long until somebody answers. A line without hours is taken to answer."""
    opens = schedule.opens_next(at)
    return opens - at if opens else timedelta(0)


# What the bar showed last in this process, by language.
_shown = {}


def remember(contact):
    _shown[translation.get_language()] = contact


def last_known_contact():
    """The number to show when the database is gone: it is not asked for anything."""
    in_any_language = next(iter(_shown.values()), None)
    return _shown.get(translation.get_language()) or in_any_language or configured()


def configured():
    number = settings.FALLBACK_PHONE
    return Contact("", phones.national(number), phones.tel(number))
