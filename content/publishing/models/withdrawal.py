from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class Withdrawal(models.Model):
    """What the public is told of something that has been withdrawn."""

    class Kind(models.TextChoices):
        GONE = "gone", _("It is gone")
        MOVED = "moved", _("It has moved: its address leads elsewhere")
        KEPT = "kept", _("It stays, with a banner that says why it no longer holds")

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()
    kind = models.CharField(_("what becomes of it"), max_length=5, choices=Kind)
    reason = models.TextField(
        _("reason"),
        max_length=500,
        blank=True,
        help_text=_(
            "The public reads it. Example: “The plan ran out in 2017 and is not renewed.”"
        ),
    )
    # Where the address leads when it has moved.
    successor_type = models.ForeignKey(
        ContentType, models.CASCADE, null=True, blank=True, related_name="+"
    )
    successor_id = models.PositiveBigIntegerField(null=True, blank=True)
    successor = GenericForeignKey("successor_type", "successor_id")
    at = models.DateTimeField(_("withdrawn"), auto_now_add=True)

    class Meta:
        default_permissions = []
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"],
                name="publishing_withdrawal_one_an_object",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    kind="moved", successor_type__isnull=False, successor_id__isnull=False
                )
                | (
                    ~models.Q(kind="moved")
                    & models.Q(successor_type__isnull=True, successor_id__isnull=True)
                ),
                name="publishing_withdrawal_moved_has_a_successor",
            ),
            models.CheckConstraint(
                condition=~models.Q(
                    content_type=models.F("successor_type"),
                    object_id=models.F("successor_id"),
                )
                | models.Q(successor_id__isnull=True),
                name="publishing_withdrawal_leads_elsewhere",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.reason}"
