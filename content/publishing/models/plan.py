from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanQuerySet(models.QuerySet):
    def open(self):
        return self.filter(done_at=None, failed_at=None)

    def due(self, now):
        return self.open().filter(at__lte=now)


class Plan(models.Model):
    """What goes out, or comes off, together at one moment: all of it or nothing."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DONE = "done", _("carried out")
        FAILED = "failed", _("failed")

    title = models.CharField(_("title"), max_length=200, blank=True)
    at = models.DateTimeField(_("when"), db_index=True)
    made_at = models.DateTimeField(_("planned"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        related_name="+",
    )
    # Kept when the account goes.
    made_by_name = models.CharField(_("by whom"), max_length=150, blank=True)
    done_at = models.DateTimeField(_("carried out"), null=True, blank=True)
    failed_at = models.DateTimeField(_("failed"), null=True, blank=True)
    failure = models.TextField(_("why it failed"), blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ["view", "add", "delete"]
        verbose_name = _("joint publication")
        verbose_name_plural = _("joint publications")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done_at=None) | models.Q(failed_at=None),
                name="publishing_plan_ends_once",
            ),
            models.CheckConstraint(
                condition=(models.Q(failed_at=None) & models.Q(failure=""))
                | (models.Q(failed_at__isnull=False) & ~models.Q(failure="")),
                name="publishing_plan_that_failed_says_why",
            ),
        ]

    def __str__(self):
        return self.title or ", ".join(act.title for act in self.acts.all())

    @property
    def state(self):
        if self.failed_at:
            return self.State.FAILED
        return self.State.DONE if self.done_at else self.State.WAITING

    @property
    def is_open(self):
        return self.state == self.State.WAITING
