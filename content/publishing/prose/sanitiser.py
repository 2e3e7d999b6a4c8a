"""What an editor may write, said once: for the toolbar, for storing and for showing."""

from html import unescape

import nh3
from django_prose_editor.config import allowlist_from_extensions, expand_extensions

from . import reference
from .plain_text import without_unseen

EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    # A page has one h1, its title.
    "Heading": {"levels": [2, 3, 4]},
    "Link": {"enableTarget": False, "protocols": ["https", "http", "mailto", "tel"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
}

ALLOWED = allowlist_from_extensions(expand_extensions(EXTENSIONS))


def only_exact_references(tag, attribute, value):
    """A reference is let through as this site writes it, and in no other form."""
    if reference.poses_as_reference(value) and not reference.read(value):
        return None
    return value


_stored = nh3.Cleaner(
    **ALLOWED
    | {
        "url_schemes": ALLOWED["url_schemes"] | {"ref"},
        "attribute_filter": only_exact_references,
    }
)


# Six times as quick as taking the tags out in Python, which each save of a text waits for.
_words = nh3.Cleaner(tags=set())


def sanitise(html):
    """Only what the toolbar offers; a text without words is no text."""
    cleaned = _stored.clean(without_unseen(html))
    return cleaned if unescape(_words.clean(cleaned)).strip() else ""
