"""A moment in Copenhagen, typed in one input."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self):
        super().__init__(format="%Y-%m-%dT%H:%M")


class MomentField(forms.DateTimeField):
    """A moment to come. At a clock change some times don't exist, and some come twice."""

    widget = MomentInput
    default_error_messages = {"invalid": _("Write a date and a time.")}

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            raise ValidationError(why_not(parse_datetime(value.strip()))) from error

    def validate(self, value):
        super().validate(value)
        if value is not None and value <= timezone.now():
            raise ValidationError(gettext("This moment has passed."))


def why_not(naive):
    """Why the clock in Copenhagen never shows this time, or shows it twice."""
    zone = timezone.get_current_timezone()
    first, second = (zone.utcoffset(naive.replace(fold=fold)) for fold in [0, 1])
    if first < second:
        return gettext(
            "This time doesn't exist: the clock is put forward that night. Choose another."
        )
    return gettext(
        "This time comes twice: the clock is put back that night. Choose one before or after."
    )
