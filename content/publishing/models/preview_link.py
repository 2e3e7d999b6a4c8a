import uuid
from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

VALID_FOR = timedelta(days=14)


def in_two_weeks():
    return timezone.now() + VALID_FOR


class PreviewLinkQuerySet(models.QuerySet):
    def open(self):
        return self.filter(revoked_at=None, expires_at__gt=timezone.now())

    def with_shared(self):
        return self.prefetch_related("shared__content_type", "shared__target")


class PreviewLink(models.Model):
    """Lets somebody without an account see drafts for two weeks, or until it is closed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(_("made"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("account"),
        null=True,
        related_name="+",
    )
    # Kept when the account goes.
    created_by_name = models.CharField(_("made by"), max_length=150)
    expires_at = models.DateTimeField(_("open until"), default=in_two_weeks)
    revoked_at = models.DateTimeField(_("closed"), null=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        default_permissions = ["view", "change"]
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")

    def __str__(self):
        return ", ".join(str(each) for each in self.shared.all())

    @property
    def is_open(self):
        return self.revoked_at is None and self.expires_at > timezone.now()

    @property
    def targets(self):
        return [each.target for each in self.shared.all() if each.target is not None]


class Shared(models.Model):
    """An object that a preview link shows in its newest draft."""

    link = models.ForeignKey(PreviewLink, models.CASCADE, related_name="shared")
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()

    class Meta:
        ordering = ["pk"]
        default_permissions = []
        verbose_name = _("shared object")
        verbose_name_plural = _("shared objects")
        constraints = [
            models.UniqueConstraint(
                fields=["link", "content_type", "object_id"],
                name="publishing_shared_once_in_a_link",
            ),
        ]

    def __str__(self):
        return str(self.target or _("deleted"))
