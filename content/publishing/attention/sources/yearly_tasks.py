from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing.attention.registry import source
from content.publishing.attention.row import Risk, Row
from content.publishing.models import YearlyTask


@source("task", _("Yearly tasks"))
def yearly_tasks():
    for task in YearlyTask.objects.near():
        is_overdue = task.due_on < timezone.localdate()
        what = gettext("Should have been done by %s.") if is_overdue else gettext("Due on %s.")
        yield Row(
            target=task,
            weight=Risk.SOON if is_overdue else Risk.LATER,
            what=what % date_format(task.due_on),
            since=task.due_on,
            anchor="done",
            due=task.due_on,
        )
