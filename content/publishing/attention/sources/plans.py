from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing.attention.places import day
from content.publishing.attention.registry import source
from content.publishing.attention.row import Risk, Row
from content.publishing.models import Plan


@source("plan", _("Scheduled"))
def plans():
    """What is to come, and what did not come as it was to."""
    for plan in Plan.objects.filter(done_at=None).prefetch_related("acts"):
        when = date_format(localtime(plan.at), "DATETIME_FORMAT")
        yield failed(plan, when) if plan.failed_at else waiting(plan, when)


def failed(plan, when):
    what = gettext("Was to be carried out on %(when)s, and could not: %(why)s")
    return Row(
        target=plan,
        weight=Risk.FIRST,
        what=what % {"when": when, "why": plan.failure},
        since=day(plan.failed_at),
    )


def waiting(plan, when):
    return Row(
        target=plan,
        weight=Risk.LATER,
        what=gettext("Will be carried out on %(when)s.") % {"when": when},
        since=day(plan.made_at),
    )
