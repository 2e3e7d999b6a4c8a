from django.db import models
from django.utils.translation import gettext_lazy as _

from .checked_text import CheckedText


class Sourced(CheckedText):
    """A fact with its source, so that it can be checked and replaced."""

    source_name = models.CharField(
        _("source"),
        max_length=200,
        blank=True,
        help_text=_("Who says so. Example: “Copenhagen City Council, 22 June 2016”."),
    )
    source_url = models.URLField(
        _("address of the source"),
        blank=True,
        max_length=500,
        help_text=_("Example: https://www.kk.dk/artikel/forebyggelse"),
    )
    source_date = models.DateField(
        _("date of the source"),
        null=True,
        blank=True,
        help_text=_("When the source said so, not when it was typed in here."),
    )

    class Meta:
        abstract = True
