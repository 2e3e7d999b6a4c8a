"""What a scenario is, and the list of them all."""

from collections.abc import Callable
from dataclasses import dataclass

ALL = {}


@dataclass(frozen=True)
class Scenario:
    """
    `play` does the bad thing to a Stage, and returns what else was wrong with how it went.

    No reader may wait longer than `at_most` seconds from one page to the next. `lacks` says
    why it cannot be tried on this machine, if so.
    """

    name: str
    what: str
    at_most: float
    engine: str
    lacks: Callable
    play: Callable


def scenario(what, *, at_most, engine="postgresql", lacks=lambda: None):
    def decorator(play):
        ALL[play.__name__] = Scenario(play.__name__, what, at_most, engine, lacks, play)
        return play

    return decorator
