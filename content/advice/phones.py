"""Phone numbers that are dialled in Denmark: E.164, and short ones such as 112."""

import re
from functools import lru_cache

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from phonenumbers import PhoneNumberFormat, shortnumberinfo

REGION = "DK"
COUNTRY_CODE = 45
EMERGENCY = "112"


# The same few numbers stand on every page, in each of their spellings.
kept = lru_cache(maxsize=256)


@kept
def parse(number):
    """phonenumbers' own object, or None if nobody can dial `number`."""
    written = str(number).strip().removeprefix("tel:")
    # phonenumbers reads letters as keys and skips words, so "call 33172929" would pass.
    if re.search(r"[^\W\d_]", written):
        return None
    try:
        parsed = phonenumbers.parse(written, REGION)
    except phonenumbers.NumberParseException:
        return None
    dialled = phonenumbers.is_valid_number(parsed) or is_short(parsed)
    return parsed if dialled and not parsed.extension else None


def is_short(parsed):
    return shortnumberinfo.is_valid_short_number_for_region(parsed, REGION)


def validate_phone(number):
    if parse(number) is None:
        raise ValidationError(
            _("“%(number)s” can't be dialled. Write it as +45 33 17 29 29, or 112."),
            params={"number": number},
        )


@kept
def dialled(number):
    """The one spelling that is stored and compared: +4533172929, or 112."""
    parsed = parse(number)
    if is_short(parsed):
        return str(parsed.national_number)
    return phonenumbers.format_number(parsed, PhoneNumberFormat.E164)


def tel(number):
    """The address that dials `number` from anywhere: tel:+4533172929."""
    return f"tel:{dialled(number)}"


@kept
def national(number):
    """As a Dane writes it, and never broken over two lines: 33 17 29 29."""
    parsed = parse(number)
    if parsed.country_code != COUNTRY_CODE:
        return from_abroad(number)
    return unbroken(phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL))


@kept
def from_abroad(number):
    """As it is called from another country: +45 33 17 29 29. Short numbers can't be."""
    parsed = parse(number)
    if is_short(parsed):
        return ""
    return unbroken(phonenumbers.format_number(parsed, PhoneNumberFormat.INTERNATIONAL))


def unbroken(number):
    return number.replace(" ", "\N{NO-BREAK SPACE}")
