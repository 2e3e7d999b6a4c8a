from django.db import models
from django.utils.translation import gettext_lazy as _

from content.publishing.models import Publishable, Sourced
from content.publishing.rich_text import rich_text_field

from .on_page import OnPage
from .prevention_level import PreventionLevel


class Initiative(Sourced, OnPage):
    page = models.ForeignKey(
        "Page",
        models.PROTECT,
        verbose_name=_("action plan"),
        related_name="initiatives",
        limit_choices_to={"kind": "action_plan"},
        help_text=_("The page that shows the initiative."),
    )
    title = models.CharField(
        _("title"), max_length=200, help_text=_("Example: “A charter of democratic values”.")
    )
    text = rich_text_field(_("text"), blank=True)
    level = models.CharField(
        _("level"),
        max_length=12,
        choices=PreventionLevel,
        blank=True,
        help_text=_("Leave it empty if the source does not say."),
    )
    administration = models.CharField(
        _("responsible administration"),
        max_length=160,
        blank=True,
        help_text=_("Example: “Employment and Integration Administration”."),
    )
    follows = models.ManyToManyField(
        "Recommendation",
        verbose_name=_("follows the recommendations"),
        blank=True,
        related_name="initiatives",
    )
    position = models.PositiveIntegerField(_("position"), default=10)

    class Meta(Publishable.Meta):
        ordering = ["position", "pk"]
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{self.page.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self):
        return f"indsats-{self.pk}"

    def searchable(self):
        return self.title, self.text
