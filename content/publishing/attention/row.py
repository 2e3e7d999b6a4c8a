from dataclasses import dataclass
from datetime import date

from django.db.models import IntegerChoices, Model
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Risk(IntegerChoices):
    """What it may lead to that nobody sees to it: the order of the list."""

    FIRST = 1, _("First of all")
    SOON = 2, _("Soon")
    LATER = 3, _("When there is time")


@dataclass(frozen=True)
class Row:
    """One thing that somebody has to see to."""

    # The object whose form mends it; who may see the one may see the other.
    target: Model
    # On a page that nobody in need calls from.
    weight: Risk
    # What is wrong, in a sentence.
    what: str
    since: date
    # The place in the form, such as id_title_en.
    anchor: str = ""
    # The day by which it is to be done. Reminders are sent of rows that have one.
    due: date | None = None
    # Who is reminded beside the role mailbox.
    owner: Model | None = None
    # The name of the source, given by the registry.
    kind: str = ""

    @property
    def is_vital(self):
        return getattr(self.target, "is_vital", False)

    @property
    def noun(self):
        return self.target._meta.verbose_name

    @property
    def risk(self):
        """A step higher where somebody in need looks for help."""
        return Risk(max(Risk.FIRST, self.weight - self.is_vital))

    @property
    def order(self):
        return self.risk, not self.is_vital, self.since

    @property
    def url(self):
        opts = self.target._meta
        name = f"admin:{opts.app_label}_{opts.model_name}_change"
        return reverse(name, args=[self.target.pk]) + (self.anchor and f"#{self.anchor}")

    @property
    def key(self):
        """The same for the same thing on the same date; another date is another thing."""
        label = self.target._meta.label_lower
        return f"{self.kind} {label} {self.target.pk} {self.anchor} {self.due or ''}"
