"""What the address of a link says: whether it is of this site, and where on it."""

from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings

from content.publishing.languages import without_language

from .plain_text import without_unseen
from .reference import IGNORED, with_fragment


@dataclass(frozen=True)
class Place:
    """An address of this site, as it was written."""

    address: str
    # As both languages share it: "/strategi/".
    path: str
    fragment: str

    @property
    def spellings(self):
        """The path, and as Django would add its last slash."""
        return [self.path] if self.path.endswith("/") else [self.path, f"{self.path}/"]


def place(href):
    """The Place of this site that `href` names; None for one on the same page or elsewhere."""
    parts = split(href)
    if parts is None or not is_ours(parts) or not (parts.path or parts.netloc):
        return None
    # Two slashes at the beginning would lead to another site.
    path = f"/{parts.path.lstrip('/')}"
    address = f"{path}?{parts.query}" if parts.query else path
    return Place(
        with_fragment(address, parts.fragment),
        without_language(without_unseen(unquote(path))),
        parts.fragment,
    )


def is_ours(parts):
    if not parts.netloc:
        return not parts.scheme
    return parts.scheme in {"", "http", "https"} and parts.netloc.lower() == our_host()


def names_no_host(href):
    """
    "https:strategi", "//" and "\\/example.org": browsers make something of it, each its own.
    """
    parts = split(href)
    if parts is None:
        return True
    leads_out = parts.scheme in {"http", "https"} or as_read(href).startswith("//")
    if leads_out and not parts.hostname:
        return True
    return bool(parts.netloc) and not is_ours(parts) and "\\" in before_query(href)


def before_query(href):
    return href.partition("#")[0].partition("?")[0]


def our_host():
    return urlsplit(settings.SITE_URL).netloc.lower()


def external(href):
    """The address on another site that `href` names, without its fragment, if it does."""
    parts = split(href)
    if parts is None or not parts.netloc or is_ours(parts):
        return None
    if parts.scheme not in {"", "http", "https"}:
        return None
    return SplitResult(
        parts.scheme or "https", parts.netloc, parts.path or "/", parts.query, ""
    ).geturl()


def split(href):
    try:
        return urlsplit(as_read(href))
    except ValueError:
        return None


def as_read(href):
    """As browsers read it, to whom a backslash is a slash."""
    return IGNORED.sub("", href).replace("\\", "/")
