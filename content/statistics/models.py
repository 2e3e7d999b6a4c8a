from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from content.publishing.models import Publishable, PublishableQuerySet, Sourced

from .fields import ThisYearField
from .validators import validate_year_has_begun


class Definition(Publishable):
    """What was counted, and how. Years counted alike share one."""

    name = models.CharField(
        _("name"),
        max_length=120,
        help_text=_("Example: “Referrals of concern to the advice unit”."),
    )
    referrals = models.TextField(
        _("what counts as a referral of concern"),
        max_length=500,
        help_text=_(
            "Example: “A call from someone who worries about a person. Two calls "
            "about the same person count as one.”"
        ),
    )
    interventions = models.TextField(
        _("what counts as an intervention started"),
        max_length=500,
        help_text=_("Example: “A course of support that was begun in the same year.”"),
    )

    class Meta(Publishable.Meta):
        ordering = ["pk"]
        verbose_name = _("definition")
        verbose_name_plural = _("definitions")

    def __str__(self):
        return self.name

    def get_preview_url(self):
        return reverse("statistics")


class ConcernYearQuerySet(PublishableQuerySet):
    def published(self):
        """Years whose definition is public too: a bare number says nothing."""
        return super().published().filter(definition__state=Publishable.State.PUBLISHED)

    def for_display(self):
        return self.select_related("definition").order_by("year")


class ConcernYear(Sourced, Publishable):
    class Status(models.TextChoices):
        FINAL = "final", _("final")
        PROVISIONAL = "provisional", _("provisional")
        REVISED = "revised", _("revised")

    year = models.PositiveSmallIntegerField(
        _("year"),
        unique=True,
        validators=[MinValueValidator(2000), validate_year_has_begun],
        error_messages={"unique": _("There are figures for this year already.")},
        help_text=_("Example: 2015"),
    )
    referrals = models.PositiveIntegerField(
        _("referrals of concern"), help_text=_("A whole number. Example: 100")
    )
    interventions = models.PositiveIntegerField(
        _("interventions started"),
        help_text=_("How many of the referrals led to an intervention. Example: 18"),
    )
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.FINAL)
    definition = models.ForeignKey(
        Definition,
        models.PROTECT,
        verbose_name=_("definition"),
        related_name="years",
        error_messages={"null": _("Write the name of a definition.")},
        help_text=_("Years with different definitions are never compared on the page."),
    )
    note = models.TextField(
        _("note"),
        max_length=500,
        blank=True,
        help_text=_(
            "What a reader must know to read the year's figures right. "
            "Example: “From this year on e-mails are counted too.”"
        ),
    )
    # Lets the database refuse future years: a check may not ask what day it is.
    recorded_in = ThisYearField(_("recorded in"), editable=False)

    objects = ConcernYearQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["-year"]
        verbose_name = _("year")
        verbose_name_plural = _("yearly figures")
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(interventions__lte=models.F("referrals")),
                name="statistics_concernyear_interventions_within_referrals",
            ),
            models.CheckConstraint(
                condition=models.Q(year__lte=models.F("recorded_in")),
                name="statistics_concernyear_no_future_year",
            ),
        ]

    def __str__(self):
        return str(self.year)

    def get_absolute_url(self):
        return reverse("statistics")

    def clean(self):
        # The database holds the first rule as well; here it gets a field to stand at.
        errors = {}
        if None not in (self.referrals, self.interventions) and (
            self.interventions > self.referrals
        ):
            errors["interventions"] = _(
                "There can't be more interventions than referrals of concern."
            )
        if self.definition_id and not self.definition.is_published:
            errors["definition"] = _(
                "Publish the definition first: the figures are shown together with it."
            )
        if errors:
            raise ValidationError(errors)
