"""Which addresses are pages that can be kept, and which lead nowhere in an edition."""

from enum import Enum
from functools import cache, lru_cache
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.db import connection
from django.urls import Resolver404, get_resolver, resolve, reverse
from django.utils import translation

from content.publishing.languages import each_language, language_of_path, without_language
from content.publishing.models import Address

# What stands at these has a row in the table of addresses, or once had.
AT_ADDRESSES = {"pages:page", "networks:detail"}


class Kind(Enum):
    PAGE = "a page, the same for everybody"
    UNKNOWN = "an address that nothing stands at"
    OTHER = "for Django alone: the admin, a preview, a file, an address without its slash"


# Those that are asked for again and again, by people and by scanners.
@lru_cache(maxsize=4096)
def kind_of(path, known):
    """
    The Kind of address, by the addresses `known` to the edition, shared by all languages.

    While they are not known, None, nothing is said to be unknown.
    """
    if path.startswith(settings.STATIC_URL):
        return Kind.OTHER
    with translation.override(language_of_path(path)):
        try:
            match = resolve(path)
        except Resolver404:
            # Django redirects to what has the slash, whether there is anything or not.
            return Kind.UNKNOWN if leads_nowhere(f"{path}/", known) else Kind.OTHER
    if match.func not in public_views():
        return Kind.OTHER
    return Kind.UNKNOWN if is_missing(match, path, known) else Kind.PAGE


def leads_nowhere(path, known):
    try:
        return is_missing(resolve(path), path, known)
    except Resolver404:
        return known is not None


def is_missing(match, path, known):
    if known is None or match.view_name not in AT_ADDRESSES:
        return False
    return without_language(path) not in known


@cache
def public_views():
    """Every view of what the public can read, but for those that hand out files."""
    return frozenset(
        view
        for view in views_of(get_resolver(settings.PUBLIC_URLCONF).url_patterns)
        if not getattr(view, "is_never_kept", False)
    )


def views_of(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from views_of(pattern.url_patterns)
        else:
            yield pattern.callback


def known_addresses():
    """Every address of the database, present or former, without its language."""
    try:
        return frozenset(Address.objects.values_list("path", flat=True).iterator())
    finally:
        connection.close()


@cache
def with_query():
    """The names that the few addresses with a query know, by the path."""
    names = {"search": ("q", "side"), "updates": ("side",)}
    return {reverse(view): known for _code in each_language() for view, known in names.items()}


def nowhere_like(path):
    """An address that Django answers at once, without a redirect to its slash first."""
    return path if path.endswith("/") else f"{path}/"


def query_of(path, query_string):
    """What of a query (as bytes) the address takes; of all others nothing is left."""
    known = with_query().get(path)
    if not known or not query_string:
        return ""
    given = dict(parse_qsl(query_string.decode("latin-1")))
    return urlencode([(name, given[name]) for name in known if name in given])
