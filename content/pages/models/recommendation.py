from django.db import models
from django.utils.translation import gettext_lazy as _

from content.publishing.models import Publishable, Sourced
from content.publishing.rich_text import rich_text_field

from .on_page import OnPage
from .prevention_level import PreventionLevel


class Recommendation(Sourced, OnPage):
    page = models.ForeignKey(
        "Page",
        models.PROTECT,
        verbose_name=_("page"),
        related_name="recommendations",
        limit_choices_to={"kind": "recommendations"},
        help_text=_("The page that shows the recommendation."),
    )
    number = models.PositiveSmallIntegerField(
        _("number"),
        null=True,
        blank=True,
        help_text=_("The report's own number. Leave it empty if it is not known. Example: 4"),
    )
    title = models.CharField(
        _("title"), max_length=200, help_text=_("Example: “More effort in schools”.")
    )
    text = rich_text_field(_("text"), blank=True)
    level = models.CharField(
        _("level"),
        max_length=12,
        choices=PreventionLevel,
        blank=True,
        help_text=_("Leave it empty if the source does not say."),
    )
    position = models.PositiveIntegerField(_("position"), default=10)

    class Meta(Publishable.Meta):
        ordering = [models.F("number").asc(nulls_last=True), "position", "pk"]
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        constraints = [
            *Publishable.Meta.constraints,
            models.UniqueConstraint(
                fields=["page", "number"],
                name="pages_recommendation_one_of_each_number",
                violation_error_message=_("Another recommendation has this number."),
            ),
            models.CheckConstraint(
                condition=models.Q(number__isnull=True) | models.Q(number__gte=1),
                name="pages_recommendation_numbers_start_at_one",
                violation_error_message=_("Numbers start at 1."),
            ),
        ]

    def __str__(self):
        return f"{self.number}. {self.title}" if self.number else self.title

    def get_absolute_url(self):
        return f"{self.page.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self):
        return f"anbefaling-{self.pk}"

    def searchable(self):
        return self.title, self.text
