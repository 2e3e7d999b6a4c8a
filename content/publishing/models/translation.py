from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

DIGEST = {"max_length": 64, "blank": True}


class TranslationQuerySet(models.QuerySet):
    def of(self, instance):
        return self.filter(
            content_type=ContentType.objects.get_for_model(instance), object_id=instance.pk
        )

    def of_model(self, model):
        """By name, so that a query on the list doesn't have to ask for the type first."""
        return self.filter(
            content_type__app_label=model._meta.app_label,
            content_type__model=model._meta.model_name,
        )


class Translation(models.Model):
    """
    A text of an object, or of a row of it: what its English was approved against.

    Written when the text is stored; a draft leaves it alone.
    """

    class State(models.TextChoices):
        MISSING = "missing", _("missing")
        OUTDATED = "outdated", _("outdated")
        CURRENT = "current", _("current")

    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()
    # The relation to the row and the row's key, as in a Version; "" for the object's own.
    rows = models.CharField(max_length=100, blank=True)
    key = models.CharField(max_length=36, blank=True)
    # Without language: "title".
    field = models.CharField(max_length=100)
    approved = models.TextField(_("the Danish text that was translated"), blank=True)
    # Of the words alone: of the Danish that was approved, and of the English since then.
    danish_sha256 = models.CharField(**DIGEST)
    english_sha256 = models.CharField(**DIGEST)
    # "" where there is no Danish to translate.
    state = models.CharField(_("state"), max_length=8, choices=State, blank=True)

    objects = TranslationQuerySet.as_manager()

    class Meta:
        ordering = ["content_type", "object_id", "rows", "key", "pk"]
        default_permissions = []
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "rows", "key", "field"],
                name="publishing_translation_one_a_text",
            ),
            models.CheckConstraint(
                condition=models.Q(rows="", key="") | models.Q(rows__gt="", key__gt=""),
                name="publishing_translation_row_has_a_key",
            ),
        ]

    def __str__(self):
        return self.field

    @property
    def place(self):
        return self.rows, self.key, self.field
