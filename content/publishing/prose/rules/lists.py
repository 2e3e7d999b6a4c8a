"""An item without text is read out as an item all the same."""

from django.utils.translation import gettext as _

from ..finding import warning
from ..tree import words


def lists(root):
    for item in root.iter("li"):
        if not words(item):
            yield warning("empty-item", _("There is an item without text in a list."), "")
