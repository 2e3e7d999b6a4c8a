"""What puts together the lines about one request, and the lines of the proxy before it."""

import re
import secrets
from contextvars import ContextVar
from functools import lru_cache
from ipaddress import ip_address

from kbh_radikalisering.signin.client_address import is_ours

HEADER = b"x-request-id"
FORM = re.compile(rb"[A-Za-z0-9-]{8,64}")

# Of the request at hand, "" where there is none.
current = ContextVar("request_id", default="")


def of(scope):
    """Of an ASGI scope: what a proxy of ours calls the request, or a new one."""
    known = scope.get("request_id")
    if known is None:
        known = scope["request_id"] = of_proxy(scope) or secrets.token_hex(8)
        current.set(known)
    return known


def known(scope):
    """What the request is called already, "" where nobody has needed a name for it."""
    return scope.get("request_id") or of_proxy(scope) or ""


def header_of(scope):
    return HEADER, of(scope).encode()


def of_proxy(scope):
    """None unless a proxy that is trusted has given one; a visitor's is not believed."""
    for name, value in scope["headers"]:
        if name == HEADER:
            is_taken = FORM.fullmatch(value) and is_proxy(scope["client"][0])
            return value.decode() if is_taken else None
    return None


@lru_cache(maxsize=64)
def is_proxy(text):
    return is_ours(ip_address(text))
