"""A text as the paragraphs, headings, items and cells that it is made of."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from content.publishing.prose.tree import INLINE, parse

KINDS = {
    "h2": _("Heading"),
    "h3": _("Heading below a heading"),
    "h4": _("Heading at the third level"),
    "li": _("Item of a list"),
    "blockquote": _("Quotation"),
    "th": _("Header cell"),
    "td": _("Cell"),
}


@dataclass(frozen=True)
class Block:
    words: tuple
    # The element that makes it more than a paragraph: "h2".
    element: str = ""

    @property
    def kind(self):
        return KINDS.get(self.element, "")

    @property
    def text(self):
        return " ".join(self.words)


def of_plain_text(text):
    return [Block(tuple(line.split())) for line in text.splitlines() if line.strip()]


def of_rich_text(html):
    root = parse(html)
    for link in root.iter("a"):
        spell_out(link)
    for line_break in root.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    return [
        Block(words, element)
        for (_place, element), texts in groupby(root.xpath(".//text()"), key=place)
        if (words := tuple("".join(texts).split()))
    ]


def spell_out(link):
    """Where a link leads is part of what it says."""
    address = f" ({link.get('href', '')})"
    if len(link):
        link[-1].tail = f"{link[-1].tail or ''}{address}"
    else:
        link.text = f"{link.text or ''}{address}"


def place(text):
    """The block that a piece of text stands in, and what kind of block that is."""
    element = text.getparent()
    if text.is_tail:
        element = element.getparent()
    while element.tag in INLINE:
        element = element.getparent()
    around = [element, *element.iterancestors()]
    return element, next((each.tag for each in around if each.tag in KINDS), "")
