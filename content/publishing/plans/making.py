"""Putting on the schedule, and taking off it."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from content.publishing import second_pair
from content.publishing.history.versions import name_of
from content.publishing.models import Act, Plan, PlannedAct, Version
from content.publishing.models.planned_act import AT_THE_DOOR

from .log import write_down
from .timetable import keep_in_step, lock_edition


@dataclass(frozen=True)
class Entry:
    """An object and the version of it that goes out; without one the object comes off."""

    target: models.Model
    version: Version | None = None

    @property
    def columns(self):
        action = PlannedAct.Action
        return {
            "action": action.PUBLISH if self.version else action.WITHDRAW,
            "content_type": ContentType.objects.get_for_model(self.target),
            "object_id": self.target.pk,
            "title": (self.version or self.target).__str__()[:200],
            "version": self.version,
            "known": Act.objects.of(self.target).filter(action__in=AT_THE_DOOR).first(),
        }


@transaction.atomic
def make(at, entries, *, author=None, title=""):
    """Plan that all of `entries` happen at the moment `at`."""
    lock_edition()
    for entry in entries:
        if entry.version:
            second_pair.check(entry.target, author, entry.version.author)
    plan = Plan.objects.create(title=title, at=at, made_by=author, made_by_name=name_of(author))
    planned = [PlannedAct.objects.create(plan=plan, **entry.columns) for entry in entries]
    for act in planned:
        note = f"{act.get_action_display()}: {in_words(at)}"
        write_down(Act.Action.SCHEDULED, [act], by=author, note=note)
    keep_in_step()
    return plan


@transaction.atomic
def call_off(plan, *, author=None):
    """Take all of `plan` off the schedule."""
    lock_edition()
    check_not_done(plan)
    write_down(Act.Action.UNSCHEDULED, plan.acts.all(), by=author, note=in_words(plan.at))
    plan.delete()
    keep_in_step()


@transaction.atomic
def take_off(act, *, author=None):
    """Take one object off its plan, and the plan with its last."""
    lock_edition()
    plan = act.plan
    check_not_done(plan)
    write_down(Act.Action.UNSCHEDULED, [act], by=author, note=in_words(plan.at))
    act.delete()
    if not plan.acts.exists():
        plan.delete()
    keep_in_step()


def check_not_done(plan):
    """What failed may be cleared away; what happened has happened."""
    if not Plan.objects.filter(pk=plan.pk, done_at=None).exists():
        raise ValidationError(_("This has been carried out already."))


def in_words(at):
    return date_format(timezone.localtime(at), "j. F Y H.i")
