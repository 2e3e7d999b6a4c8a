"""The published years in order, with what must be said between them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


@dataclass(frozen=True)
class Gap:
    """Years without figures between two that have some."""

    first: int
    last: int
    kind = "gap"

    @property
    def years(self):
        return stretch(self.first, self.last)

    @property
    def label(self):
        return ngettext("no figure", "no figures", self.last - self.first + 1)


@dataclass(frozen=True)
class Break:
    """From this year on something else was counted, or in another way."""

    year: int
    kind = "break"

    @property
    def label(self):
        return _("Counted differently from %(year)s") % {"year": self.year}


def timeline(years):
    """`years`, oldest first, with a Gap and a Break wherever one belongs."""
    previous = None
    for year in years:
        if previous and year.year - previous.year > 1:
            yield Gap(previous.year + 1, year.year - 1)
        if previous and year.definition_id != previous.definition_id:
            yield Break(year.year)
        yield year
        previous = year


def kind(entry):
    """What an entry of the timeline is: a "year", a "gap" or a "break"."""
    return entry.kind if is_between(entry) else "year"


def is_between(entry):
    return isinstance(entry, Gap | Break)


def comparable(earlier, later):
    """Whether the difference between two years' figures means anything."""
    return later.year - earlier.year == 1 and later.definition_id == earlier.definition_id


def definitions(years):
    """Each definition in use, with the years that it covers: "2014–2015, 2017"."""
    covered = {}
    for year in years:
        covered.setdefault(year.definition, []).append(year.year)
    return {definition: ", ".join(stretches(years)) for definition, years in covered.items()}


def stretches(years):
    """Years in a row as "2014–2015", one by itself as "2017"."""
    first = years[0]
    for year, following in zip(years, [*years[1:], None], strict=True):
        if following != year + 1:
            yield stretch(first, year)
            first = following


def stretch(first, last):
    return str(first) if first == last else f"{first}–{last}"
