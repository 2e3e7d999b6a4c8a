from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _


def validate_year_has_begun(year):
    if year > timezone.localdate().year:
        raise ValidationError(_("%(year)s has not begun yet."), params={"year": year})
