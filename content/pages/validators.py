from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _


def validate_has_come(day):
    if day > timezone.localdate():
        raise ValidationError(_("The day has not come yet."), code="future")
