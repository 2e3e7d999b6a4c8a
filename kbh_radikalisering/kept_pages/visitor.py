"""What a visitor asks for, read from an ASGI scope in one pass."""

from functools import lru_cache

from django.conf import settings
from django.http.request import split_domain_port, validate_host

SESSION = settings.SESSION_COOKIE_NAME.encode() + b"="
SCHEME = "https" if settings.HTTPS else "http"
SAFE = {"GET", "HEAD"}


class Visitor:
    __slots__ = (
        "accepted",
        "asked_at",
        "has_session",
        "is_head",
        "known_etags",
        "may_get_kept",
    )

    def __init__(self, scope):
        self.accepted = self.asked_at = self.known_etags = host = b""
        self.has_session = False
        self.is_head = scope["method"] == "HEAD"
        for name, value in scope["headers"]:
            if name == b"accept-encoding":
                self.accepted = value
            elif name == b"if-none-match":
                self.known_etags = value
            elif name == b"host":
                host = value
            elif name == b"x-asked-at":
                self.asked_at = value
            elif name == b"cookie":
                self.has_session = SESSION in value
        # Of everything else Django makes what it makes: a redirect to https, a refusal.
        self.may_get_kept = (
            scope["method"] in SAFE and scope["scheme"] == SCHEME and is_host(host)
        )

    def gets(self, page):
        """(the start of the response, its body)."""
        answer = page.answer(self.accepted)
        if self.has(answer.etag):
            return answer.unchanged, b""
        return answer.start, b"" if self.is_head else answer.body

    def has(self, etag):
        known = self.known_etags
        if not known or not etag:
            return False
        # A weak comparison, as RFC 9110, section 13.1.2 asks for.
        return known == etag or known == b"*" or etag in map(strong, known.split(b","))


def until_the_second_ends(asked_at):
    """
    For nginx, which said at what second it asked: its page is to go with that second.

    By a number of seconds it would keep it until the next one ends as well.
    """
    second = asked_at.partition(b".")[0]
    return [(b"x-accel-expires", b"@" + second)] if second.isdigit() else []


def strong(etag):
    return etag.strip().removeprefix(b"W/")


# What anybody sends as a name is remembered for a while only.
@lru_cache(maxsize=256)
def is_host(host):
    domain, _port = split_domain_port(host.decode("latin-1"))
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)
