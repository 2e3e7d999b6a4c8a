from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .publishable import Publishable

LONGEST_ADDRESS = 2000


class Reason(models.TextChoices):
    """Why a site had nothing to say."""

    NONE = "", _("it answered")
    NAME = "name", _("there is no site of that name")
    SILENCE = "silence", _("it didn't answer in time")
    CERTIFICATE = "certificate", _("its certificate is not valid")
    REDIRECTS = "redirects", _("it leads on and on")
    PRIVATE = "private", _("the address is not a public one")
    NONSENSE = "nonsense", _("it gave no proper answer")


class ExternalLinkQuerySet(models.QuerySet):
    def due(self, now):
        return self.filter(next_check_at__lte=now).order_by("next_check_at", "pk")

    def broken(self):
        return self.filter(status=ExternalLink.Status.BROKEN)

    def with_uses(self):
        """With the objects that lead to them: one query for each model there is."""
        uses = ExternalLinkUse.objects.prefetch_related(
            GenericPrefetch(
                "source",
                [model.objects.select_related() for model in Publishable.models()],
            )
        )
        return self.prefetch_related(models.Prefetch("uses", uses))


class ExternalLink(models.Model):
    """An address on another site that public objects lead to, and how it answered."""

    class Status(models.TextChoices):
        UNKNOWN = "unknown", _("not checked yet")
        OK = "ok", _("works")
        CAUTION = "caution", _("uncertain")
        BROKEN = "broken", _("broken")

    url = models.CharField(_("address"), max_length=LONGEST_ADDRESS, unique=True)
    status = models.CharField(
        _("state"), max_length=8, choices=Status, default=Status.UNKNOWN, db_index=True
    )
    http_status = models.PositiveSmallIntegerField(_("HTTP status"), null=True)
    reason = models.CharField(
        _("what was found"), max_length=12, choices=Reason, default=Reason.NONE, blank=True
    )
    moved_to = models.CharField(_("moved to"), max_length=LONGEST_ADDRESS, blank=True)
    checked_at = models.DateTimeField(_("checked"), null=True)
    # In a row, at most one a day.
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0)
    failed_on = models.DateField(null=True)
    next_check_at = models.DateTimeField(_("next check"), default=timezone.now, db_index=True)

    objects = ExternalLinkQuerySet.as_manager()

    class Meta:
        ordering = ["url"]
        default_permissions = ["view"]
        verbose_name = _("external link")
        verbose_name_plural = _("external links")

    def __str__(self):
        return self.url


class ExternalLinkUse(models.Model):
    """Where a public object leads to another site."""

    link = models.ForeignKey(ExternalLink, models.CASCADE, related_name="uses")
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    source = GenericForeignKey()
    # "body_da", or "phone_numbers.source_url" in a row of the object.
    field = models.CharField(_("field"), max_length=100)

    class Meta:
        ordering = ["pk"]
        default_permissions = []
        verbose_name = _("use of an external link")
        verbose_name_plural = _("uses of external links")
        indexes = [models.Index(fields=["content_type", "object_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["link", "content_type", "object_id", "field"],
                name="publishing_externallinkuse_once_a_field",
            ),
        ]

    def __str__(self):
        return f"{self.link_id}: {self.field}"
