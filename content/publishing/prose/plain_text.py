"""What a text without markup may hold."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .phone_numbers import instead_of, phone_numbers

# What can't be seen: control characters other than tab and new line, and those that
# turn the reading direction, which can make a text look like another.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def without_unseen(text):
    return UNSEEN.sub("", text)


def validate_characters(text):
    if match := UNSEEN.search(text):
        place = text[max(0, match.start() - 20) : match.start()]
        raise ValidationError(
            _("There is a character that can't be seen after “%(place)s”. Type the text anew."),
            code="unseen-character",
            params={"place": place},
        )


def validate_no_phone_digits(text):
    for number in phone_numbers(text):
        raise ValidationError(instead_of(number), code="phone-digits")
