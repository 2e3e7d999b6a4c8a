"""Header cells are what a figure is read out with."""

from django.utils.translation import gettext as _

from ..finding import error, warning
from ..tree import words


def tables(root):
    for table in root.iter("table"):
        if table.find(".//th") is None:
            message = _(
                "A table has no header cells. Mark the cells of its first row and press the "
                "button for header cells."
            )
            yield error("table-without-headers", message, words(table))
        if any(map(is_silent, table.iter("th"))):
            message = _("A table has a header cell without text. Write what its figures are.")
            yield warning("empty-header", message, words(table))


def is_silent(header):
    """Empty, unless it is the corner between headers of rows and of columns."""
    row = header.getparent()
    is_corner = row.index(header) == 0 and row.getprevious() is None
    return not words(header) and not is_corner
