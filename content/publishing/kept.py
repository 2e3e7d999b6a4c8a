"""What stands on every page is read once an edition, not once a page."""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from uuid import uuid4

from django.utils import timezone, translation

from .models import Edition

# The edition that the request at hand sees: read once, by the first who asks.
_edition = ContextVar("edition", default=None)
# Where who keeps whole pages finds it: its "key", its "due_at", and "until".
EDITION_IN_ENVIRON = "site.edition"


def kept_for_edition(function):
    """
    Keep what `function` returns until the next edition, for each language.

    For rows that stand on every page. The function takes no arguments and returns
    what nobody changes: lists and objects that have been read already, no querysets;
    or a dictionary that is filled as it is asked, with what holds for the edition.
    """
    kept = {}

    @wraps(function)
    def wrapper():
        if is_passing():
            return once_here(function)
        key = (current_edition(), translation.get_language())
        try:
            return kept[key]
        except KeyError:
            value = function()
        # Only the newest edition is of use; the others go, unless another thread took
        # them first.
        for old in [old for old in list(kept) if old[0] != key[0]]:
            kept.pop(old, None)
        kept[key] = value
        return value

    return wrapper


def current_edition():
    """The random key of the present edition; one query a request."""
    return edition_at_hand()["key"]


def next_due():
    """When what the public sees changes by itself next, or None; the same query."""
    return edition_at_hand()["due_at"]


def edition_at_hand():
    edition = _edition.get()
    if edition is None:
        return read_edition()
    if edition["key"] is None:
        edition.update(read_edition())
    return edition


def holds_until(moment):
    """What the page at hand says changes by itself at `moment`, a datetime or None."""
    edition = _edition.get()
    if moment is not None and edition is not None:
        edition["until"] = min(moment, edition.get("until", moment))


def never_kept(view):
    """For a view whose answers are no pages: too large, or of nobody else's concern."""
    view.is_never_kept = True
    return view


@contextmanager
def in_passing():
    """
    For what is rolled back again: all is read anew, and forgotten afterwards.

    What other requests keep stays theirs.
    """
    token = _edition.set({"key": None, "kept": {}})
    try:
        yield
    finally:
        _edition.reset(token)


def look_back(at):
    """Let what is passing be shown as of the moment `at`; None for now."""
    _edition.get()["at"] = at


def former_moment():
    """The moment that somebody looks back at; None where all is shown as of now."""
    return (_edition.get() or {}).get("at")


def shown_at():
    """What is the time, to whoever reads what is shown."""
    return former_moment() or timezone.now()


def is_passing():
    edition = _edition.get()
    return edition is not None and "kept" in edition


def once_here(function):
    kept = _edition.get()["kept"]
    key = (function, translation.get_language())
    if key not in kept:
        kept[key] = function()
    return kept[key]


def read_edition():
    row = Edition.objects.values("key", "due_at").filter(pk=1).first()
    return row or {"key": None, "due_at": None}


def look_again():
    """Let the request at hand see the edition that has begun meanwhile."""
    if edition := _edition.get():
        edition["key"] = None


@contextmanager
def kept_apart():
    """What is kept meanwhile is of no edition: it may never be public."""
    token = _edition.set({"key": uuid4(), "due_at": None})
    try:
        yield
    finally:
        _edition.reset(token)


def one_edition_a_request(get_response):
    """Middleware: all of a page is of one edition, and asks for it once."""

    def middleware(request):
        edition = request.META[EDITION_IN_ENVIRON] = {"key": None}
        token = _edition.set(edition)
        try:
            return get_response(request)
        finally:
            _edition.reset(token)

    return middleware
