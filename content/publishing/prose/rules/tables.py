"""Header cells are what a figure is read out with."""

from django.utils.translation import gettext as _

from ..finding import error
from ..tree import words


def tables(root):
    for table in root.iter("table"):
        if table.find(".//th") is None:
            message = _(
                "A table has no header cells. Mark the cells of its first row and press the "
                "button for header cells."
            )
            yield error("table-without-headers", message, words(table))
