from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.publishing.dates import a_year_after

from .checked_text import CheckedText

NEAR = timedelta(days=30)
DUE_AFTERWARDS = _("Choose a day after the one it was last done.")


class YearlyTaskQuerySet(models.QuerySet):
    def near(self):
        """Overdue, or soon to be done."""
        return self.filter(due_on__lte=timezone.localdate() + NEAR)


class YearlyTask(CheckedText):
    """What is to be done once a year, and when it was."""

    name = models.CharField(
        _("name"),
        max_length=120,
        help_text=_("Example: “Renew the accessibility statement”."),
    )
    what_to_do = models.TextField(_("what to do"), max_length=1000, blank=True)
    due_on = models.DateField(
        _("to be done by"),
        default=timezone.localdate,
        help_text=_("Moves a year ahead when the task is done."),
    )
    last_done_on = models.DateField(_("last done"), null=True, blank=True, editable=False)
    last_done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    objects = YearlyTaskQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = _("yearly task")
        verbose_name_plural = _("yearly tasks")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_done_on__isnull=True)
                | models.Q(due_on__gt=models.F("last_done_on")),
                name="publishing_yearlytask_due_after_it_was_done",
                violation_error_message=DUE_AFTERWARDS,
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        # The database says so too, but a form can't ask it of a field it leaves out.
        if self.last_done_on and self.due_on and self.due_on <= self.last_done_on:
            raise ValidationError({"due_on": DUE_AFTERWARDS})

    def done(self, user):
        """Done today by `user`, and due again in a year."""
        self.last_done_on, self.last_done_by = timezone.localdate(), user
        self.due_on = a_year_after(self.last_done_on)
