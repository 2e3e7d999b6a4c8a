import uuid

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from .version import Version


class ActQuerySet(models.QuerySet):
    def of(self, instance):
        return self.filter(
            content_type=ContentType.objects.get_for_model(instance), object_id=instance.pk
        )


class Act(models.Model):
    """What somebody did, to what, when and why: the audit log. Written once."""

    class Action(models.TextChoices):
        DRAFTED = "drafted", _("saved a draft")
        DISCARDED = "discarded", _("discarded the draft")
        REFUSED = "refused", _("saved too late, text set aside")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrew")
        DELETED = "deleted", _("deleted")
        RESTORED = "restored", _("restored into a draft")
        RECOVERED = "recovered", _("recovered what was deleted")
        SCHEDULED = "scheduled", _("scheduled")
        UNSCHEDULED = "unscheduled", _("took off the schedule")
        FAILED = "failed", _("could not be carried out")
        SHARED = "shared", _("made a preview link")
        UNSHARED = "unshared", _("closed a preview link")
        APPROVED = "approved", _("approved the translation")
        GUARDED = "guarded", _("asked for a second pair of eyes")
        UNGUARDED = "unguarded", _("no longer asks for a second pair of eyes")
        ADDED = "added", _("added")
        CHANGED = "changed", _("changed")
        DONE = "done", _("did a task")

    at = models.DateTimeField(_("time"), auto_now_add=True, db_index=True)
    action = models.CharField(_("action"), max_length=12, choices=Action)
    # The same for all that one press of a button did.
    group = models.UUIDField(_("together with"), default=uuid.uuid4)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        related_name="+",
    )
    # Kept when the account or the object goes.
    user_name = models.CharField(_("who"), max_length=150, blank=True)
    content_type = models.ForeignKey(
        ContentType, models.PROTECT, verbose_name=_("type of content"), null=True
    )
    object_id = models.PositiveBigIntegerField(null=True)
    target = GenericForeignKey()
    label = models.CharField(_("what"), max_length=200, blank=True)
    note = models.CharField(_("why"), max_length=500, blank=True)
    # [{"field": …, "row": …, "old": …, "new": …}]
    changes = models.JSONField(
        _("old and new values"), default=list, blank=True, encoder=DjangoJSONEncoder
    )
    version = models.ForeignKey(
        Version, models.PROTECT, verbose_name=_("version"), null=True, blank=True
    )

    objects = ActQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ["view"]
        verbose_name = _("entry in the log")
        verbose_name_plural = _("log")
        indexes = [models.Index(fields=["content_type", "object_id", "-id"])]

    def __str__(self):
        return f"{self.get_action_display()}: {self.label}"
