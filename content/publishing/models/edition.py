import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Edition(models.Model):
    """The number of the public site as it stands: one row, raised by each publication."""

    number = models.PositiveBigIntegerField(_("number"), default=0)
    # Random, so that an edition that was rolled back is never taken for a later one.
    key = models.UUIDField(default=uuid.uuid4)
    # When the next plan is to be carried out; read with the key, at no cost of its own.
    due_at = models.DateTimeField(_("next change"), null=True, blank=True)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="publishing_edition_one_row"),
        ]

    def __str__(self):
        return str(self.number)
