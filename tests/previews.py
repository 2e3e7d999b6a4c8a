"""Looking through a preview as a browser in the admin's frame does."""

import re

from .editors import address

BANNER = re.compile(
    rb'<link rel="stylesheet" href="/static/css/preview.css">\n<aside.*?</aside>\n', re.DOTALL
)
MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)")


def mount_of(instance):
    """The address below which the admin shows the site with the draft of `instance`."""
    return address(instance, "preview_site", instance.pk).removesuffix("/")


def body(response):
    """All of it; of a file without closing the database's connection."""
    return b"".join(response)


def as_public(content, mount):
    """What is left of a previewed page when it is no preview."""
    # A line of a vCard goes on in the next one.
    unfolded = content.replace(b"\r\n ", b"")
    bare = BANNER.sub(b"", unfolded).replace(mount.encode(), b"")
    return MOMENT.sub(b"", bare)
