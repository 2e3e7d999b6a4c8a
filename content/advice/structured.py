"""The advice units as schema.org data."""

from collections import defaultdict

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from .contact import contacts
from .opening import MIDNIGHT

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def contact_points():
    """A ContactPoint for each number of each published unit."""
    return [
        contact_point(unit, row)
        for unit in contacts().units
        for row in unit.phone_numbers.all()
    ]


def contact_point(unit, row):
    point = {
        "@type": "ContactPoint",
        "contactType": _("Advice"),
        "name": row.label or unit.name,
        "description": unit.summary,
        "telephone": row.number.as_e164,
        "email": unit.email,
        "url": settings.SITE_URL + reverse("advice"),
        "hoursAvailable": opening_hours(unit.schedule),
    }
    return {name: value for name, value in point.items() if value}


def opening_hours(schedule):
    """OpeningHoursSpecification for the week, and for each day that is closed."""
    days = defaultdict(list)
    for each in sorted(schedule.stretches, key=lambda each: (each.opens, each.weekday)):
        days[each.opens, each.closes].append(f"https://schema.org/{DAYS[each.weekday]}")
    week = [specification(*hours, dayOfWeek=names) for hours, names in days.items()]
    if not week:
        return []
    closed = [
        # Opening and closing at once is how schema.org says "closed all day".
        {
            "@type": "OpeningHoursSpecification",
            "opens": "00:00",
            "closes": "00:00",
            "validFrom": date.isoformat(),
            "validThrough": date.isoformat(),
        }
        for date in sorted(schedule.closed_days)
    ]
    return [*week, *closed]


def specification(opens, closes, **when):
    # A day that ends at midnight would read as closed if it closed at 00:00.
    closing = "23:59" if closes == MIDNIGHT else f"{closes:%H:%M}"
    return {
        "@type": "OpeningHoursSpecification",
        **when,
        "opens": f"{opens:%H:%M}",
        "closes": closing,
    }
