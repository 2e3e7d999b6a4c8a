from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class Opening(models.Model):
    """When an account last had the form of an object open."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    at = models.DateTimeField(_("last seen"))

    class Meta:
        default_permissions = []
        verbose_name = _("opened form")
        verbose_name_plural = _("opened forms")
        indexes = [models.Index(fields=["content_type", "object_id", "at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "content_type", "object_id"],
                name="publishing_opening_once_an_account",
            ),
        ]

    def __str__(self):
        return f"{self.user} {self.at:%H:%M}"
