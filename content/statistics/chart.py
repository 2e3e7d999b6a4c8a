"""
The bar chart's measures.

Heights are in em, so that the chart grows with the reader's text. Widths are in
per cent of the chart, so that its text keeps one size on a phone and on paper.
"""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from .numbers import grouped
from .scale import round_scale
from .timeline import is_between, timeline

LEGEND_LINE = 1.6
LEGEND = 3.6
AXIS = 1.8
BAR = 1.15
YEAR = 3.2
BETWEEN = 2.6
# From the middle of a line to the foot of its text.
FOOT = 0.35

# What there is room for on a screen of 320 px.
NARROWEST = 17
YEARS_COLUMN = 3.4
DIGIT = 0.62


@dataclass(frozen=True)
class Bar:
    series: int
    number: int
    share: float
    top: float

    @property
    def label(self):
        return grouped(self.number)

    @property
    def width(self):
        return percent(self.share)

    @property
    def y(self):
        return em(self.top)

    @property
    def label_y(self):
        return em(self.top + BAR / 2 + FOOT)


@dataclass(frozen=True)
class Row:
    """A year with its bars, or the gap or break between two years."""

    entry: object
    top: float
    height: float
    bars: list

    @property
    def y(self):
        return em(self.top)

    @property
    def bottom(self):
        return em(self.top + self.height)

    @property
    def label_y(self):
        return em(self.top + self.height / 2 + FOOT)

    @property
    def line_y(self):
        return em(self.top + 0.25)


@dataclass(frozen=True)
class Legend:
    series: int
    label: str

    @property
    def y(self):
        return em((self.series - 1) * LEGEND_LINE)

    @property
    def label_y(self):
        return em((self.series - 1) * LEGEND_LINE + BAR / 2 + FOOT)


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
    years_column = f"{YEARS_COLUMN}em"
    bar_height = f"{BAR}em"
    tick_y = f"{LEGEND + AXIS - 0.5}em"

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
    def legend(self):
        return [
            Legend(1, _("Referrals of concern")),
            Legend(2, _("Interventions started")),
        ]

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
    def rows(self):
        rows, top = [], LEGEND + AXIS
        for entry in timeline(self.years):
            height = BETWEEN if is_between(entry) else YEAR
            rows.append(Row(entry, top, height, self.bars(entry, top)))
            top += height
        return rows

    def bars(self, entry, top):
        if is_between(entry):
            return []
        top += (YEAR - 2 * BAR) / 2
        numbers = [entry.referrals, entry.interventions]
        return [
            Bar(series, number, self.share(number), top + (series - 1) * BAR)
            for series, number in enumerate(numbers, start=1)
        ]

    def share(self, number):
        return number / self.scale[-1] * self.full_share

    @property
    def height(self):
        return self.rows[-1].bottom


def em(number):
    # Not left to the template, which would write a Danish decimal comma.
    return f"{number:.4g}em"


def percent(share):
    return f"{100 * share:.4g}%"
