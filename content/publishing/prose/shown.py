"""An editor's text as a visitor gets it."""

from functools import lru_cache

import nh3
from django.urls import get_script_prefix
from django.utils.translation import gettext as _
from lxml.html import Element

from content.publishing.links.internal import addresses_of

from . import reference
from .linked import address_links
from .sanitiser import ALLOWED
from .tree import parse, serialise, words

_shown = nh3.Cleaner(
    tags=ALLOWED["tags"] | {"div"},
    attributes={
        "*": {"lang"},
        "a": {"href"},
        "div": {"aria-label"},
        "ol": {"start", "type"},
        "td": {"colspan", "rowspan"},
        "th": {"colspan", "rowspan"},
    },
    tag_attribute_values={
        "a": {"rel": {"noreferrer"}},
        "div": {"role": {"region"}, "tabindex": {"0"}},
        "th": {"scope": {"col", "row"}},
    },
    allowed_classes={"div": {"table-scroll"}},
    url_schemes=ALLOWED["url_schemes"],
    link_rel=None,
)


def as_shown(html):
    """
    `html` with what helps a reader added, and sanitised once more.

    The sanitiser has the last word, so neither an old row nor the additions here
    can bring in what it does not let through.
    """
    return _as_shown(html, _("Table"), get_script_prefix(), addresses_for(html))


def addresses_for(html):
    """Where the references in `html` lead now, as ((target, address), …)."""
    found = targets_in(html)
    return tuple(sorted(addresses_of(found).items())) if found else ()


def know_addresses(texts, others=()):
    """Ask at once, not text by text, where the references in `texts` and `others` lead."""
    addresses_of({*targets_in("".join(filter(None, texts))), *others})


def targets_in(html):
    return {(match["label"], int(match["key"])) for match in reference.REFERENCE.finditer(html)}


# The same few texts are shown again and again. A text and the addresses of what it leads
# to decide what it becomes.
@lru_cache(maxsize=512)
def _as_shown(html, table_label, prefix, addresses):
    text = parse(html)
    references = {link: reference.read(link.get("href", "")) for link in text.iter("a")}
    address_links({link: found for link, found in references.items() if found}, dict(addresses))
    for link in text.iter("a"):
        keep_address_private(link)
        keep_on_site(link, prefix)
    for table in list(text.iter("table")):
        name_header_cells(table)
        make_scrollable(table, table_label)
    return _shown.clean(serialise(text))


def keep_address_private(link):
    """Another site is not told which page its visitor came from."""
    if link.get("href", "").startswith(("http:", "https:", "//", "\\")):
        link.set("rel", "noreferrer")


def keep_on_site(link, prefix):
    """An address of this site begins where the site does: in a preview, below it."""
    address = link.get("href", "")
    if address.startswith("/") and not address.startswith(("//", prefix)):
        link.set("href", prefix + address.removeprefix("/"))


def name_header_cells(table):
    """Say which cells each header is for: a row of headers is for the columns."""
    for row in table.iter("tr"):
        scope = "row" if row.find("td") is not None else "col"
        for header in row.iterchildren("th"):
            header.set("scope", scope)


def make_scrollable(table, label):
    """A wide table scrolls by itself on a narrow screen, also from the keyboard."""
    columns = ", ".join(words(header) for header in table.xpath(".//th[@scope='col']"))
    region = Element("div", {"class": "table-scroll", "tabindex": "0"})
    region.set("role", "region")
    region.set("aria-label", f"{label}: {columns}" if columns else label)
    table.addprevious(region)
    region.tail, table.tail = table.tail, None
    region.append(table)
