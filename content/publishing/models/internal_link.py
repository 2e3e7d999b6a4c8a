from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class InternalLink(models.Model):
    """That a public object's text leads to another object: written by publications."""

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    # The object whose text it is.
    source = GenericForeignKey()
    to_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    to_id = models.PositiveBigIntegerField()

    class Meta:
        default_permissions = []
        verbose_name = _("link on the site")
        verbose_name_plural = _("links on the site")
        indexes = [models.Index(fields=["to_type", "to_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "to_type", "to_id"],
                name="publishing_internallink_once_a_target",
            ),
        ]

    def __str__(self):
        return f"{self.source} → {self.to_type_id}:{self.to_id}"
