from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class Address(models.Model):
    """
    An address that an object has, or has had.

    A former address leads to the object, not to another address, so there can be
    neither chains nor loops of redirects.
    """

    path = models.CharField(_("address"), max_length=500, unique=True)
    is_current = models.BooleanField(_("in use"), default=True)
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()

    class Meta:
        ordering = ["path"]
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"],
                condition=models.Q(is_current=True),
                name="publishing_address_one_current",
            ),
        ]

    def __str__(self):
        return self.path
