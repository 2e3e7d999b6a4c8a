from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _


class UpdateNote(models.Model):
    """What a publication changed, told to the public."""

    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()
    # The title as it was, kept when the object goes.
    title = models.CharField(_("title"), max_length=200)
    note = models.TextField(
        _("what has changed"),
        max_length=500,
        help_text=_("Example: “The figure for 2016 has been added.”"),
    )
    published_at = models.DateTimeField(_("published"), db_index=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("author"),
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        ordering = ["-published_at", "-pk"]
        verbose_name = _("update note")
        verbose_name_plural = _("update notes")
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self):
        return self.title
