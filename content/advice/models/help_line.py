from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from content.advice.opening import Schedule
from content.publishing.models import Publishable, Sourced

from .dialled import Dialled, DialledField


class HelpLine(Dialled, Sourced, Publishable):
    """Whom to call in another situation, or when the advice unit is closed."""

    name = models.CharField(_("name"), max_length=120, help_text=_("Example: “Emergency 112”."))
    situation = models.CharField(
        _("situation"),
        max_length=160,
        help_text=_("When to call. Example: “Somebody is in danger now”."),
    )
    number = DialledField(
        _("phone number"),
        max_length=20,
        help_text=_("Example: 112 or +45 41 74 90 90"),
    )
    description = models.TextField(
        _("description"),
        max_length=500,
        blank=True,
        help_text=_("Whom the line is for. Example: “For everybody, day and night.”"),
    )
    takes_over = models.BooleanField(
        _("takes over when the advice unit is closed"), default=False
    )
    verified_on = models.DateField(
        _("verified on"),
        null=True,
        blank=True,
        help_text=_("The day somebody called the number and the right people answered."),
    )
    position = models.PositiveIntegerField(_("position"), default=10)

    class Meta(Publishable.Meta):
        ordering = ["position", "pk"]
        verbose_name = _("help line")
        verbose_name_plural = _("help lines")

    def __str__(self):
        return self.name

    @property
    def is_vital(self):
        return True

    def get_absolute_url(self):
        return f"{reverse('advice')}#hjaelpelinje-{self.pk}"

    @property
    def schedule(self):
        return Schedule(frozenset(row.stretch for row in self.opening_hours.all()))

    def searchable(self):
        return self.name, f"{self.situation} {self.description or ''} {self.number}"
