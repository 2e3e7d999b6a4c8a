"""
Asking Django for a page in nobody's name.

The request is made here and holds nothing of a visitor's: no cookie, no header, no query
but what the address knows. So what comes of it is the same for everybody.
"""

import io
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import Error

from content.advice.opening import midnight_after
from content.publishing.kept import EDITION_IN_ENVIRON
from content.publishing.reading import may_be_behind
from kbh_radikalisering.replica import replica

from .page import OWN, KeptPage
from .watch import Seen, asked

# An edition that begins while a page is made may show in a part of it.
TRIES = 3
KEEPABLE = {200, 301, 404, 410}


@dataclass(frozen=True, slots=True)
class Rendered:
    page: KeptPage
    # The edition once the page was made; None unless it was asked for.
    edition: Seen | None


def render(application, path, query="", marks=()):
    """A Rendered of one edition alone, if one can be had; `marks` are told to Django."""
    environ = clean_environ(path, query) | dict(marks)
    with replica.first_try():
        page = once(application, dict(environ))
        is_of_replica = may_be_behind()
    now = present_edition() if page.status in KEEPABLE else None
    if is_of_replica and page.status >= 500:
        replica.rest()
    elif now is None or page.edition in (None, now.key):
        return Rendered(page, now)
    for _ in range(TRIES):
        page = once(application, dict(environ))
        now = present_edition() if page.status in KEEPABLE else None
        if now is None or page.edition in (None, now.key):
            break
    return Rendered(page, now)


def once(application, environ):
    status, headers, body = response_of(application, environ)
    edition = {"key": None, "due_at": None} | environ.get(EDITION_IN_ENVIRON, {})
    return KeptPage(
        status=status,
        body=body,
        edition=str(edition["key"]) if edition["key"] else None,
        until=holds_until(edition),
        **described(status, headers, is_of_edition=edition["key"] is not None),
    )


def response_of(application, environ):
    """(status, headers as ASGI has them, body) of what a WSGI application answers."""
    head = []
    response = application(environ, lambda status, headers: head.extend([status, headers]))
    try:
        body = b"".join(response)
    finally:
        response.close()
    headers = [(name.lower().encode(), value.encode("latin-1")) for name, value in head[1]]
    return int(head[0].split()[0]), headers, body


def holds_until(edition):
    """No page holds longer than the day, since "today" may be said anywhere in it."""
    moments = [edition["due_at"], edition.get("until"), midnight_after(datetime.now(UTC))]
    return min(moment for moment in moments if moment).timestamp()


def described(status, headers, *, is_of_edition):
    """The headers as they are kept, and whether the page is everybody's."""
    own = dict(headers)
    caching = own.get(b"cache-control", b"")
    is_public = (
        is_of_edition
        and status in KEEPABLE
        and b"set-cookie" not in own
        and not any(word in caching for word in (b"private", b"no-store", b"no-cache"))
    )
    left_out = OWN if is_public else {b"content-length"}
    return {
        "headers": tuple(header for header in headers if header[0] not in left_out),
        "is_public": is_public,
    }


def present_edition():
    try:
        return asked()
    except Error:
        return None


def clean_environ(path, query):
    site = urlsplit(settings.SITE_URL)
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": site.netloc,
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
