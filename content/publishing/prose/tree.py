"""Rich text as a tree, for those who look into it."""

from lxml import etree
from lxml import html as lxml_html

from .plain_text import without_unseen

INLINE = {"a", "em", "strong"}


def parse(html):
    """The elements of `html` below one root."""
    return lxml_html.fragment_fromstring(without_unseen(html), create_parent=True)


def serialise(root):
    """The inside of the root, as HTML."""
    outer = lxml_html.tostring(root, encoding="unicode")
    return outer.removeprefix("<div>").removesuffix("</div>")


def words(element):
    """The text in `element` with single spaces."""
    return " ".join(lines(element)).strip()


def lines(element):
    """The text in `element`, with each paragraph, cell or item on a line of its own."""
    pieces = []
    for event, each in etree.iterwalk(element, events=["start", "end"]):
        if event == "start":
            pieces += [boundary(each), each.text or ""]
        else:
            pieces += [boundary(each), "" if each is element else each.tail or ""]
    spaced = (" ".join(line.split()) for line in "".join(pieces).splitlines())
    return [line for line in spaced if line]


def boundary(element):
    if element.tag in INLINE:
        return ""
    return " " if element.tag == "br" else "\n"
