"""
Links to this site: what they lead to is there, and is public.

Unlike the other rules this one asks the database.
"""

from django.utils.translation import gettext as _

from content.publishing import targets

from ..finding import error, warning
from ..hrefs import names_no_host, place
from ..linked import links
from ..reference import read
from ..tree import words


def internal_links(html):
    """Findings of `html` as it was typed, or as it is stored."""
    for look, reading in [(references, read), (places, place), (hostless, names_no_host)]:
        _root, found = links(html, reading)
        if found:
            yield from look(found)


def references(found):
    known = targets.instances(each.target for each in found.values())
    for link, each in found.items():
        yield from unseen(words(link), known.get(each.target))


def places(found):
    at = targets.at(found.values())
    known = targets.instances(at.values())
    for link, each in found.items():
        if each.path in at:
            yield from unseen(words(link), known.get(at[each.path]))
        elif not any(map(targets.is_fixed, each.spellings)):
            yield nowhere(each.address)


def hostless(found):
    for link in found:
        message = _("“%(address)s” is not an address. Copy it from the browser.")
        yield error("not-an-address", message % {"address": link.get("href")}, words(link))


def nowhere(address):
    message = _(
        "“%(address)s” is not on this site. Copy the address from the page that the link is "
        "to lead to. An address on another site begins with https://."
    )
    return error("link-to-nowhere", message % {"address": address}, address)


def unseen(text, target):
    if target is None:
        message = _("What the link “%(text)s” led to has been deleted. Take the link out.")
        yield warning("link-to-deleted", message % {"text": text}, text)
    elif not target.is_public:
        message = _(
            "The link “%(text)s” leads to “%(object)s”, which is not public. Until it is, the "
            "public sees the text without the link."
        )
        yield warning("link-to-unseen", message % {"text": text, "object": target}, text)
