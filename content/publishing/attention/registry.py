from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from .row import Row


@dataclass(frozen=True)
class Source:
    # In the address of the list.
    name: str
    label: str
    # The same number of queries however many rows there are.
    rows: Callable[[], Iterable[Row]]


SOURCES = []


def source(name, label):
    """Let the function's rows be in the list, under `label`."""

    def register(function):
        SOURCES.append(Source(name, label, function))
        return function

    return register


def all_rows():
    """The rows of every source: what is most urgent comes first."""
    found = [replace(row, kind=each.name) for each in SOURCES for row in each.rows()]
    return sorted(found, key=lambda row: row.order)
