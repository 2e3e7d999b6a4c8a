from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

OFTEN_ENOUGH = timedelta(days=7)


class ReminderQuerySet(models.QuerySet):
    def recent(self):
        # Sent by a clock once a week, a minute early is a week later too.
        return self.filter(sent_at__gt=timezone.now() - OFTEN_ENOUGH + timedelta(hours=1))


class Reminder(models.Model):
    """That somebody was reminded of something, so that it is not said every day."""

    recipient = models.EmailField(_("recipient"))
    # A row's key, which says what and by when: another date is another reminder.
    key = models.CharField(_("what"), max_length=200)
    sent_at = models.DateTimeField(_("sent"))

    objects = ReminderQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "pk"]
        default_permissions = []
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "key"], name="publishing_reminder_once_a_recipient"
            ),
        ]

    def __str__(self):
        return f"{self.recipient}: {self.key}"
