"""A link says where it leads, also to those who hear the links alone."""

import re

from django.utils.translation import gettext as _

from ..finding import error, warning
from ..tree import words

SAY_NOTHING = {
    "click",
    "click here",
    "dette link",
    "download",
    "find out more",
    "go",
    "hent",
    "her",
    "here",
    "klik",
    "klik her",
    "læs her",
    "læs mere",
    "læs mere her",
    "læs videre",
    "learn more",
    "link",
    "mere",
    "more",
    "more here",
    "read here",
    "read more",
    "read more here",
    "se her",
    "se mere",
    "se mere her",
    "see here",
    "see more",
    "this link",
    "tryk her",
}
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
FILE_NAME = re.compile(
    r"[^\s/]+\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|zip|jpe?g|png)", re.IGNORECASE
)
NOT_LETTERS = re.compile(r"[\W\d_]+")


def links(root):
    for link in root.iter("a"):
        text = words(link)
        if NOT_LETTERS.sub(" ", text).strip().casefold() in SAY_NOTHING:
            message = _(
                "The link “%(text)s” doesn't say where it leads. Let it be the name of what "
                "it leads to."
            )
            yield error("vague-link", message % {"text": text}, text)
        elif ADDRESS.fullmatch(text):
            message = _(
                "The link “%(text)s” is an address. Let it be the name of what it leads to."
            )
            yield warning("address-as-link", message % {"text": text}, text)
        elif FILE_NAME.fullmatch(text):
            message = _(
                "The link “%(text)s” is the name of a file. Let it be the title of "
                "what is in it."
            )
            yield warning("file-name-as-link", message % {"text": text}, text)
        elif not text:
            yield warning("empty-link", _("There is a link without text."), "")
