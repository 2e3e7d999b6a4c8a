"""Phone numbers that are dialled in Denmark: E.164, and short ones such as 112."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from phonenumbers import PhoneNumberFormat, shortnumberinfo

REGION = "DK"


def parse(number):
    """phonenumbers' own object, or None if nobody can dial `number`."""
    try:
        parsed = phonenumbers.parse(number, REGION)
    except phonenumbers.NumberParseException:
        return None
    dialled = phonenumbers.is_valid_number(parsed) or is_short(parsed)
    return parsed if dialled else None


def is_short(parsed):
    return shortnumberinfo.is_valid_short_number_for_region(parsed, REGION)


def validate_phone(number):
    if parse(number) is None:
        raise ValidationError(
            _("“%(number)s” can't be dialled. Write it as +45 33 17 29 29, or 112."),
            params={"number": number},
        )


def tel(number):
    """The address that dials `number` from anywhere: tel:+4533172929."""
    parsed = parse(number)
    if is_short(parsed):
        return f"tel:{parsed.national_number}"
    return f"tel:{phonenumbers.format_number(parsed, PhoneNumberFormat.E164)}"


def national(number):
    """As a Dane writes it: 33 17 29 29."""
    return phonenumbers.format_number(parse(number), PhoneNumberFormat.NATIONAL)
