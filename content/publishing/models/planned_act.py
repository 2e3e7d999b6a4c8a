from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from .act import Act
from .plan import Plan
from .version import Version

# What decides whether and as what the public sees an object.
AT_THE_DOOR = [Act.Action.PUBLISHED, Act.Action.WITHDRAWN, Act.Action.DELETED]


class PlannedActQuerySet(models.QuerySet):
    def of(self, instance):
        return self.filter(
            content_type=ContentType.objects.get_for_model(instance), object_id=instance.pk
        )

    def open(self):
        return self.filter(plan__done_at=None, plan__failed_at=None)

    def with_newest(self):
        """With what happened last to each object: `newest_id` and `newest_at`."""
        newest = Act.objects.filter(
            content_type=models.OuterRef("content_type"),
            object_id=models.OuterRef("object_id"),
            action__in=AT_THE_DOOR,
        ).order_by("-pk")
        return self.annotate(
            newest_id=models.Subquery(newest.values("pk")[:1]),
            newest_at=models.Subquery(newest.values("at")[:1]),
        )


class PlannedAct(models.Model):
    """One object in a plan: the version that goes out, or that the object comes off."""

    class Action(models.TextChoices):
        PUBLISH = "publish", _("publish")
        WITHDRAW = "withdraw", _("withdraw")

    plan = models.ForeignKey(
        Plan, models.CASCADE, verbose_name=_("joint publication"), related_name="acts"
    )
    action = models.CharField(_("action"), max_length=8, choices=Action)
    content_type = models.ForeignKey(ContentType, models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()
    # Kept when the object goes.
    title = models.CharField(_("title"), max_length=200)
    version = models.ForeignKey(
        Version, models.PROTECT, verbose_name=_("version"), null=True, blank=True
    )
    # What had last happened to the object when this was planned: since then somebody
    # may have published another text, or withdrawn it.
    known = models.ForeignKey(Act, models.PROTECT, null=True, blank=True, related_name="+")

    objects = PlannedActQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = []
        verbose_name = _("part of a joint publication")
        verbose_name_plural = _("parts of joint publications")
        indexes = [models.Index(fields=["content_type", "object_id"])]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "content_type", "object_id", "action"],
                name="publishing_plannedact_once_a_plan",
            ),
            models.CheckConstraint(
                condition=models.Q(action="publish", version__isnull=False)
                | models.Q(action="withdraw", version__isnull=True),
                name="publishing_plannedact_publishes_a_version",
            ),
        ]

    def __str__(self):
        return f"{self.get_action_display()}: {self.title}"

    @property
    def publishes(self):
        return self.action == self.Action.PUBLISH

    @property
    def is_outdated(self):
        """Whether the object's text has been decided on since; needs `with_newest`."""
        return self.publishes and self.newest_id != self.known_id
