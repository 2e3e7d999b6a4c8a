from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing import references
from content.publishing.models import PlannedAct

from .constraints import ConstraintForm
from .moments import MomentField

COPENHAGEN = _("By the clock in Copenhagen.")
TIMES = ["publish_at", "expire_at"]


class ScheduleForm(ConstraintForm):
    """A form whose draft may go out later, and come off later still."""

    publish_at = MomentField(label=_("Publish on"), required=False, help_text=COPENHAGEN)
    expire_at = MomentField(
        label=_("Withdraw on"),
        required=False,
        help_text=_("By the clock in Copenhagen. May be left empty."),
    )

    @property
    def schedules(self):
        return "_schedule" in self.data

    @property
    def publishes_later(self):
        return self.schedules and bool(self.data.get("publish_at"))

    def why_keep(self, instance):
        """Why it can't be withdrawn; the admin that makes the form knows."""

    def clean(self):
        super().clean()
        if self.errors.keys() & set(TIMES):
            return
        times = {name: self.cleaned_data.get(name) for name in TIMES}
        if self.schedules:
            self.check_times(**times)
            return
        for name in filter(times.get, TIMES):
            self.add_error(name, gettext("Press “Schedule” to plan this, or empty the field."))

    def check_times(self, publish_at, expire_at):
        if not (publish_at or expire_at):
            self.add_error("publish_at", gettext("Say when."))
        elif publish_at and expire_at and expire_at <= publish_at:
            self.add_error("expire_at", gettext("This must be after it is published."))
        elif not publish_at and not self.is_public_by(expire_at):
            self.add_error(
                "publish_at", gettext("Nothing of this is public. Say when it is to be.")
            )
        elif expire_at and (reason := self.why_keep_after(expire_at)):
            self.add_error("expire_at", reason)

    def is_public_by(self, moment):
        if self.instance.is_published:
            return True
        planned = PlannedAct.objects.of(self.instance).open()
        return planned.filter(action="publish", plan__at__lt=moment).exists()

    def why_keep_after(self, moment):
        """What stands on it may come off before it does."""
        users = references.public_users(self.instance) if self.instance.pk else []
        if users and all(comes_off(user, moment) for user in users):
            return None
        return self.why_keep(self.instance)


def comes_off(instance, moment):
    planned = PlannedAct.objects.of(instance).open()
    return planned.filter(action="withdraw", plan__at__lte=moment).exists()
