"""Whether what is being read may come from a copy of the database, which may be behind."""

from contextlib import contextmanager
from contextvars import ContextVar

_may_be_behind = ContextVar("may_be_behind", default=False)


def may_be_behind():
    return _may_be_behind.get()


@contextmanager
def from_a_copy():
    """For whoever looks afterwards whether it was."""
    token = _may_be_behind.set(True)
    try:
        yield
    finally:
        _may_be_behind.reset(token)


@contextmanager
def from_the_first():
    """For what is written next, or is to be of this moment."""
    token = _may_be_behind.set(False)
    try:
        yield
    finally:
        _may_be_behind.reset(token)
