"""Text without markup, and without what cannot be seen."""

import re
import unicodedata
from html import unescape

import nh3

# Every tag parts two words, but for those that stand inside one.
TAG = re.compile(r"<(?!/?(?:a|b|em|i|strong)\b)", re.IGNORECASE)


def plain(html):
    """The text of `html`, which may as well be plain text."""
    return clean(unescape(nh3.clean(TAG.sub(" <", html), tags=set())))


def clean(text):
    """
    `text` on one line, each letter written in one way.

    Control characters part words; invisible ones, such as soft hyphens and those
    that turn the direction of writing, are taken out.
    """
    line = " ".join(unicodedata.normalize("NFC", text).split())
    if line.isprintable():
        return line
    return " ".join("".join(map(as_seen, line)).split())


def as_seen(character):
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category.startswith("C") else character
