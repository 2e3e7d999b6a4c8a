import re
import uuid
from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from content.publishing.models import CheckedText, Publishable, Sourced
from content.publishing.rich_text import rich_text_field


class Network(Sourced, Publishable):
    name = models.CharField(
        _("name"),
        max_length=120,
        help_text=_("The network's own name, not translated. Example: “Nordic Safe Cities”."),
    )
    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        help_text=_("The last part of the address. Example: “nordic-safe-cities”."),
    )
    lead = models.TextField(
        _("lead"),
        max_length=400,
        blank=True,
        help_text=_(
            "One or two sentences. Example: “A network of Nordic cities against hate.”"
        ),
    )
    description = rich_text_field(_("description"), blank=True)
    founded = models.PositiveSmallIntegerField(
        _("founded"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1900), MaxValueValidator(2100)],
        help_text=_("The year. Example: 2015"),
    )
    joined_year = models.PositiveSmallIntegerField(
        _("joined, year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1900), MaxValueValidator(2100)],
        help_text=_("When Copenhagen became a member. Example: 2016"),
    )
    joined_month = models.PositiveSmallIntegerField(
        _("joined, month"), null=True, blank=True, choices=MONTHS
    )
    secretariat = models.CharField(
        _("secretariat"),
        max_length=200,
        blank=True,
        help_text=_("Example: “The Nordic Council of Ministers”."),
    )
    funding = models.CharField(
        _("funding"),
        max_length=300,
        blank=True,
        help_text=_("Who pays. Example: “The European Commission”."),
    )
    website = models.URLField(
        _("website"), blank=True, help_text=_("Example: https://nordicsafecities.org")
    )
    position = models.PositiveIntegerField(_("position"), default=10)

    class Meta(Publishable.Meta):
        ordering = ["position", "name"]
        verbose_name = _("network")
        verbose_name_plural = _("networks")
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(joined_month__isnull=True)
                | models.Q(joined_year__isnull=False, joined_month__range=(1, 12)),
                name="networks_network_month_needs_a_year",
                violation_error_message=_("Write the year as well as the month."),
            ),
            models.CheckConstraint(
                condition=models.Q(founded__isnull=True)
                | models.Q(joined_year__isnull=True)
                | models.Q(joined_year__gte=models.F("founded")),
                name="networks_network_founded_before_joined",
                violation_error_message=_("A city can't join a network before it was founded."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("networks:detail", args=[self.slug])

    def get_public_path(self):
        return f"/netvaerk/{self.slug}/"

    @classmethod
    def at(cls, path):
        if not (found := re.fullmatch(r"/netvaerk/([^/]+)/", path)):
            return None
        return cls.objects.filter(slug=found[1]).first()

    @property
    def joined(self):
        """ "September 2016", or the year alone."""
        if self.joined_month is None:
            return self.joined_year
        return date_format(date(self.joined_year, self.joined_month, 1), "YEAR_MONTH_FORMAT")

    def searchable(self):
        cities = ", ".join(str(city) for city in self.cities.all())
        facts = " ".join([self.secretariat or "", self.funding or "", cities])
        return self.name, f"<p>{self.lead}</p>{self.description}<p>{facts}</p>"


class MemberCity(CheckedText):
    # Drafts roll rows back, and SQLite hands a rolled-back integer out again.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    network = models.ForeignKey(
        Network, models.CASCADE, verbose_name=_("network"), related_name="cities"
    )
    name = models.CharField(_("city"), max_length=80, help_text=_("Example: “Oslo”."))
    position = models.PositiveIntegerField(_("position"), default=10)

    class Meta:
        ordering = ["position", "name"]
        verbose_name = _("member city")
        verbose_name_plural = _("member cities")

    def __str__(self):
        return self.name
