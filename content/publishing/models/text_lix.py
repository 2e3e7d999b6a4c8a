from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class TextLix(models.Model):
    """How hard what an object says in one language is to read, as it was published."""

    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    lix = models.FloatField(_("LIX"), db_index=True)
    hardest = models.TextField(_("the hardest sentence"))
    # Where that sentence is: body_da.
    column = models.CharField(max_length=100)
    measured_at = models.DateTimeField(_("measured"), auto_now=True)

    class Meta:
        ordering = ["-lix", "pk"]
        default_permissions = []
        verbose_name = _("readability")
        verbose_name_plural = _("readability")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "language"],
                name="publishing_textlix_one_a_language",
            ),
        ]

    def __str__(self):
        return f"LIX {self.lix:.0f}"
