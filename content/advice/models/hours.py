import uuid

from django.db import models
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from content.advice.opening import MIDNIGHT, Stretch
from content.publishing.models import CheckedText


class WeeklyHours(models.Model):
    """One stretch of a weekday, in Copenhagen's time; closing at 0:00 is the day's end."""

    # Drafts roll rows back, and SQLite hands a rolled-back integer out again.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=WEEKDAYS)
    opens = models.TimeField(_("opens"), help_text=_("Example: 9:00"))
    closes = models.TimeField(
        _("closes"),
        help_text=_(
            "Example: 15:00. Write 0:00 for midnight; round the clock is 0:00 to 0:00."
        ),
    )

    class Meta:
        abstract = True
        ordering = ["weekday", "opens"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")) | models.Q(closes=MIDNIGHT),
                name="%(app_label)s_%(class)s_closes_after_it_opens",
                violation_error_message=_(
                    "The closing time must be after the opening time. Hours that run past "
                    "midnight are two rows, one for each day."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(weekday__range=(0, 6)),
                name="%(app_label)s_%(class)s_weekday",
            ),
        ]

    def __str__(self):
        return f"{WEEKDAYS[self.weekday]} {self.opens:%H:%M}–{self.closes:%H:%M}"

    @property
    def stretch(self):
        return Stretch(self.weekday, self.opens, self.closes)


class OpeningHours(WeeklyHours):
    unit = models.ForeignKey(
        "AdviceUnit",
        models.CASCADE,
        verbose_name=_("advice unit"),
        related_name="opening_hours",
    )

    class Meta(WeeklyHours.Meta):
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        constraints = [
            *WeeklyHours.Meta.constraints,
            models.UniqueConstraint(
                fields=["unit", "weekday", "opens"],
                name="advice_openinghours_once",
                violation_error_message=_("These hours are in the list already."),
            ),
        ]


class HelpLineHours(WeeklyHours):
    line = models.ForeignKey(
        "HelpLine", models.CASCADE, verbose_name=_("help line"), related_name="opening_hours"
    )

    class Meta(WeeklyHours.Meta):
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        constraints = [
            *WeeklyHours.Meta.constraints,
            models.UniqueConstraint(
                fields=["line", "weekday", "opens"],
                name="advice_helplinehours_once",
                violation_error_message=_("These hours are in the list already."),
            ),
        ]


class ClosedDay(CheckedText):
    # Drafts roll rows back, and SQLite hands a rolled-back integer out again.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    unit = models.ForeignKey(
        "AdviceUnit", models.CASCADE, verbose_name=_("advice unit"), related_name="closed_days"
    )
    date = models.DateField(_("date"))
    reason = models.CharField(
        _("reason"), max_length=120, blank=True, help_text=_("Example: “Christmas Day”")
    )

    class Meta:
        ordering = ["date"]
        verbose_name = _("closed day")
        verbose_name_plural = _("closed days")
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "date"],
                name="advice_closedday_once",
                violation_error_message=_("The day is in the list already."),
            ),
        ]

    def __str__(self):
        return f"{self.date:%d.%m.%Y}"
