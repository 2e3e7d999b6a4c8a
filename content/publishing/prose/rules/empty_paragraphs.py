"""Distance is the style sheet's to give; empty paragraphs are read out as blank."""

from itertools import groupby

from django.utils.translation import gettext as _

from ..finding import warning
from ..tree import words

TOO_MANY = 3


def empty_paragraphs(root):
    for is_empty, run in groupby(root, key=lambda e: e.tag == "p" and not words(e)):
        if is_empty and len(list(run)) >= TOO_MANY:
            message = _("There are several empty paragraphs in a row. Take them out.")
            yield warning("empty-paragraphs", message, "")
