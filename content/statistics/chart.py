"""
The bar chart's measures.

Heights are in em, so that the chart grows with the reader's text. Widths are in
per cent of the chart, so that its text keeps one size on a phone and on paper. What a
year looks like is in the template; here is where it stands and how long its bars are.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.utils.translation import gettext as _

from .numbers import grouped
from .scale import round_scale
from .timeline import is_between, timeline

# The legend and the scale.
TOP = 5.4
YEAR = 3.2
BETWEEN = 2.6

# What there is room for on a screen of 320 px.
NARROWEST = 17
YEARS_COLUMN = 3.4
DIGIT = 0.62


@dataclass(frozen=True)
class Bar:
    number: int
    share: float

    @property
    def label(self):
        return grouped(self.number)

    @property
    def width(self):
        return percent(self.share)


@dataclass(frozen=True)
class Place:
    """Where an entry of the timeline stands: a year, or the gap or break between two."""

    entry: object
    top: float
    height: float

    @property
    def y(self):
        return em(self.top)

    @property
    def bottom(self):
        return em(self.top + self.height)


@dataclass(frozen=True)
class Row(Place):
    referrals: Bar
    interventions: Bar


@dataclass(frozen=True)
class Tick:
    number: int
    share: float

    @property
    def label(self):
        return grouped(self.number)

    @property
    def x(self):
        return percent(self.share)


class Chart:
    def __init__(self, years):
        self.years = years

    @property
    def title(self):
        return _("Referrals of concern and interventions started, by year")

    @property
    def description(self):
        """What the chart looks like; the numbers themselves are in the table."""
        return _(
            "Two bars for each year: one for the referrals of concern, one for the "
            "interventions started. The table below has the same numbers."
        )

    @property
    def highest(self):
        return max(year.referrals for year in self.years)

    @cached_property
    def full_share(self):
        """How much of the width the longest bar takes, its number beside it."""
        number = 0.6 + DIGIT * len(grouped(self.highest))
        return max(0.2, (NARROWEST - YEARS_COLUMN - number) / NARROWEST)

    @cached_property
    def scale(self):
        widest = 1 + DIGIT * len(grouped(self.highest))
        room = self.full_share * NARROWEST
        return round_scale(self.highest, intervals=max(1, min(5, int(room / widest))))

    @cached_property
    def ticks(self):
        return [Tick(number, self.share(number)) for number in self.scale]

    @cached_property
    def places(self):
        """Every entry of the timeline from the top down; a year with its bars."""
        places, top = [], TOP
        for entry in timeline(self.years):
            if is_between(entry):
                places.append(Place(entry, top, BETWEEN))
            else:
                numbers = [entry.referrals, entry.interventions]
                bars = [Bar(number, self.share(number)) for number in numbers]
                places.append(Row(entry, top, YEAR, *bars))
            top += places[-1].height
        return places

    @property
    def rows(self):
        return [place for place in self.places if is_row(place)]

    @property
    def between(self):
        return [place for place in self.places if not is_row(place)]

    @cached_property
    def stretches(self):
        """Where there are years in a row, as (top, bottom): the scale's lines stand there."""
        runs = [list(run) for are_years, run in groupby(self.places, is_row) if are_years]
        return [(run[0].y, run[-1].bottom) for run in runs]

    def share(self, number):
        return number / self.scale[-1] * self.full_share

    @property
    def height(self):
        return self.places[-1].bottom


def is_row(place):
    return isinstance(place, Row)


def em(number):
    # Not left to the template, which would write a Danish decimal comma.
    return f"{number:.4g}em"


def percent(share):
    return f"{100 * share:.4g}%"
