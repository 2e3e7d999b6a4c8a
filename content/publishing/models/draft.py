from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from .version import Version


class DraftQuerySet(models.QuerySet):
    def of(self, instance):
        return self.filter(
            content_type=ContentType.objects.get_for_model(instance), object_id=instance.pk
        )

    def of_model(self, model):
        return self.filter(content_type=ContentType.objects.get_for_model(model))

    def with_versions(self):
        return self.select_related("version__author", "content_type")


class Draft(models.Model):
    """A version of a public object that the public does not see yet."""

    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()
    version = models.OneToOneField(Version, models.PROTECT, verbose_name=_("version"))
    # What was public when the draft was begun: more may have been published since.
    based_on = models.ForeignKey(
        Version,
        models.PROTECT,
        verbose_name=_("based on"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-version"]
        default_permissions = []
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], name="publishing_draft_one_an_object"
            ),
        ]

    def __str__(self):
        return self.version.title
