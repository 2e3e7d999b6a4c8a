"""Carrying plans out when they are due: once, whoever comes first."""

import logging
from functools import partial

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import InterfaceError, OperationalError, transaction
from django.utils.translation import gettext, override

from content.publishing.kept import kept_apart
from content.publishing.models import Act, Plan, PlannedAct
from content.publishing.together import do_together, lock

from .log import write_down
from .one_act import perform
from .timetable import keep_in_step, lock_edition

logger = logging.getLogger(__name__)


def carry_out_due(now):
    """
    Carry out each plan that is due at `now`, or write down why it can't be.

    The plans that this call dealt with; another's call at the same time deals with none
    of them.
    """
    if not Plan.objects.due(now).exists():
        return []
    with transaction.atomic(), kept_apart(), override(settings.LANGUAGE_CODE):
        lock(objects_of(Plan.objects.due(now)))
        lock_edition()
        plans = list(Plan.objects.due(now).order_by("at", "pk"))
        for plan in plans:
            try_to_carry_out(plan, now)
        keep_in_step()
    return plans


def objects_of(plans):
    acts = PlannedAct.objects.filter(plan__in=plans).select_related("content_type")
    return {(act.content_type.model_class(), act.object_id) for act in acts}


def try_to_carry_out(plan, now):
    """The site goes on, whatever is wrong with a plan."""
    try:
        carry_out(plan, now)
    except (OperationalError, InterfaceError):
        # The database, not the plan: the next who comes by tries again.
        raise
    except ValidationError as error:
        fail(plan, now, error.messages)
    except Exception:
        logger.exception("Plan %s", plan.pk)
        fail(plan, now, [gettext("Something went wrong that is not the editors' to mend.")])


@transaction.atomic
def carry_out(plan, now):
    """ValidationError when one of its objects can't; then none has changed."""
    acts = list(plan.acts.with_newest().select_related("version", "content_type"))
    do_together((act.title, partial(perform, act, plan)) for act in acts)
    plan.done_at = now
    plan.save()


def fail(plan, now, reasons):
    plan.done_at = None
    plan.failed_at, plan.failure = now, "\n".join(dict.fromkeys(reasons))
    plan.save()
    write_down(Act.Action.FAILED, plan.acts.all(), note=plan.failure)
