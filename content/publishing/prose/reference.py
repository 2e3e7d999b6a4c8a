"""
How a link to an object of this site is written in a stored text: "ref:pages.page:12#anchor".

It names the object, not where the object is, so that it leads there wherever it moves.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote

# What a fragment may hold (RFC 3986).
FRAGMENT = "!$&'()*+,;=:@/?-._~"
REFERENCE = re.compile(
    r"ref:(?P<label>[a-z_]+\.[a-z]+):(?P<key>[1-9]\d{0,17})(?:#(?P<fragment>[\w!$&'()*+,;=:@/?.~%-]+))?",
    re.ASCII,
)
# Browsers leave these out of an address: "java\nscript:".
IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f]+")


@dataclass(frozen=True)
class Reference:
    # "pages.page"
    label: str
    key: int
    fragment: str = ""

    def __str__(self):
        return with_fragment(f"ref:{self.label}:{self.key}", self.fragment)

    @property
    def target(self):
        """The object alone, without the place in it."""
        return self.label, self.key


def to(instance, fragment=""):
    return Reference(instance._meta.label_lower, instance.pk, fragment)


def read(address):
    """The Reference that `address` is, if it is one, written as this site writes them."""
    found = REFERENCE.fullmatch(address)
    if found is None:
        return None
    return Reference(found["label"], int(found["key"]), found["fragment"] or "")


def poses_as_reference(address):
    """Whether a browser might read the scheme of references in `address`."""
    return IGNORED.sub("", address).lower().startswith("ref:")


def with_fragment(address, fragment):
    """An anchor of the address's own, such as a recommendation's, stays."""
    if not fragment or "#" in address:
        return address
    return f"{address}#{quote(fragment, safe=FRAGMENT + '%')}"
