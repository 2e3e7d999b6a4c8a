"""Headings are the outline that many find their way by: no step of it is left out."""

from django.utils.translation import gettext as _

from ..finding import error, warning
from ..tree import words

# The page's title is its h1.
TITLE = 1


def headings(root):
    above = TITLE
    for heading in root.iter("h2", "h3", "h4"):
        text = words(heading)
        if not text:
            yield warning("empty-heading", _("There is a heading without text."), "")
            continue
        level = int(heading.tag[1])
        if level > above + 1:
            message = _(
                "“%(heading)s” is a heading of level %(level)s, but the level above is "
                "missing. Make it a heading of level %(expected)s."
            )
            params = {"heading": text, "level": level, "expected": above + 1}
            yield error("skipped-heading-level", message % params, text)
        above = level


def headings_in_disguise(root):
    """A paragraph all in bold looks like a heading to those alone who see it."""
    message = _("“%(text)s” looks like a heading. Make it one with the heading button.")
    for paragraph in root.iter("p"):
        text = words(paragraph)
        bold = " ".join(words(strong) for strong in paragraph.findall("strong"))
        if text and text == bold and len(text) <= 80 and text[-1] not in ".!;,":
            yield warning("bold-as-heading", message % {"text": text}, text)
