from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class VersionQuerySet(models.QuerySet):
    def of(self, instance):
        return self.filter(
            content_type=ContentType.objects.get_for_model(instance), object_id=instance.pk
        )

    def in_line(self):
        """Without the texts that were set aside because somebody else saved first."""
        return self.exclude(origin=Version.Origin.REFUSED)

    def public(self):
        return self.filter(origin=Version.Origin.PUBLISHED)

    def newest(self):
        return self.order_by("-pk").first()


class Version(models.Model):
    """
    An object with its rows, as somebody saved it: written once, never changed.

    `data` is what history.snapshot makes of it. Versions outlive their object and
    their author, so that everything that was ever saved can be got back.
    """

    class Origin(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        REFUSED = "refused", _("set aside")

    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()
    origin = models.CharField(_("origin"), max_length=10, choices=Origin)
    title = models.CharField(_("title"), max_length=200)
    data = models.JSONField(_("content"), encoder=DjangoJSONEncoder)
    # What the public is to be told when this version is published.
    note_da = models.CharField(_("what has changed (Danish)"), max_length=500, blank=True)
    note_en = models.CharField(_("what has changed (English)"), max_length=500, blank=True)
    is_minor = models.BooleanField(_("minor change"), default=False)
    saved_at = models.DateTimeField(_("saved"), auto_now_add=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("author"),
        null=True,
        blank=True,
        related_name="+",
    )
    # Kept when the account goes.
    author_name = models.CharField(_("author"), max_length=150, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = []
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        indexes = [models.Index(fields=["content_type", "object_id", "-id"])]

    def __str__(self):
        return self.title
