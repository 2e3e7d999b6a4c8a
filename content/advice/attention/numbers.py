from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.advice.models import AdviceUnit, HelpLine, PhoneNumber
from content.advice.verification import called_again_by, unverified
from content.publishing.attention.registry import source
from content.publishing.attention.row import Risk, Row
from content.publishing.rules import in_use


@source("number", _("Phone numbers"))
def numbers_to_call():
    numbers = PhoneNumber.objects.filter(
        unverified(), unit__in=in_use(AdviceUnit.objects.all())
    )
    for number in numbers.select_related("unit").prefetch_related("unit__phone_numbers"):
        place = list(number.unit.phone_numbers.all()).index(number)
        yield row(number, number.unit, f"id_phone_numbers-{place}-verified_on")
    for line in in_use(HelpLine.objects.all()).filter(unverified()):
        yield row(line, line, "id_verified_on")


def row(number, shown, anchor):
    """`shown` is the object in whose form the number is."""
    due = called_again_by(number, shown)
    return Row(
        target=shown,
        weight=Risk.FIRST,
        what=what(number),
        since=due or timezone.localdate(),
        anchor=anchor,
        due=due,
    )


def what(number):
    if number.verified_on is None:
        return gettext("Call %(number)s. Nobody has yet.") % {"number": number.national}
    return gettext("Call %(number)s. It was last called on %(date)s.") % {
        "number": number.national,
        "date": date_format(number.verified_on),
    }
