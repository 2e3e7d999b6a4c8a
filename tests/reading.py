"""A page as a reader of its markup sees it."""

from lxml import html


def read(client, address, **extra):
    """The parsed page at `address`, whatever its status."""
    return html.document_fromstring(client.get(address, **extra).content.decode())


def text(element):
    return " ".join(element.text_content().split())


def texts(document, path):
    return [text(found) for found in document.xpath(path)]
