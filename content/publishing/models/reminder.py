from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

OFTEN_ENOUGH = timedelta(days=7)
# Whoever has claimed a reminder and not sent it by then never will.
IN_TRANSIT = timedelta(hours=1)
KEPT_FOR = timedelta(days=60)


class ReminderQuerySet(models.QuerySet):
    def free(self):
        """
        Those that were not sent within a week, and that nobody is sending.

        Of columns alone: a second update that waits for a first looks at them again.
        """
        # Sent by a clock once a week, a minute early is a week later too.
        due = timezone.now() - OFTEN_ENOUGH + timedelta(hours=1)
        lost = timezone.now() - IN_TRANSIT
        return self.filter(
            models.Q(sent_at=None) | models.Q(sent_at__lte=due),
            models.Q(claimed_at=None) | models.Q(claimed_at__lte=lost),
        )

    def old(self):
        """Those that keep nobody from being reminded any more."""
        long_ago = timezone.now() - KEPT_FOR
        return self.free().filter(models.Q(sent_at=None) | models.Q(sent_at__lte=long_ago))


class Reminder(models.Model):
    """That somebody was reminded of something, so that it is not said every day."""

    recipient = models.EmailField(_("recipient"))
    # A row's key, which says what and by when: another date is another reminder.
    key = models.CharField(_("what"), max_length=200)
    sent_at = models.DateTimeField(_("sent"), null=True)
    # Of two processes at the same moment one claims what it sends.
    claim = models.UUIDField(null=True)
    claimed_at = models.DateTimeField(null=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        ordering = [models.F("sent_at").desc(nulls_last=True), "pk"]
        default_permissions = []
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "key"], name="publishing_reminder_once_a_recipient"
            ),
            models.CheckConstraint(
                condition=models.Q(claim=None, claimed_at=None)
                | models.Q(claim__isnull=False, claimed_at__isnull=False),
                name="publishing_reminder_claimed_at_a_time",
            ),
        ]

    def __str__(self):
        return f"{self.recipient}: {self.key}"
