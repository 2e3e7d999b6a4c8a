"""Finding phone numbers among a text's other figures."""

import re

from django.utils.translation import gettext as _
from phonenumbers import Leniency, PhoneNumberMatcher

REGION = "DK"
# "CVR-nr. 64 94 22 12" has eight digits as well.
NAMED_OTHERWISE = re.compile(
    r"\b(?:CVR|EAN|ISBN|ISSN|sags?|journal|j)[-.\s]*(?:nr|nummer|number|no)?[.:\s]*$",
    re.IGNORECASE,
)
YEARS_OR_DATE = re.compile(
    r"(?:19|20)\d\d[\s/–-]*(?:19|20)\d\d"  # 2014-2015
    r"|(?:19|20)\d\d-?[01]\d-?[0-3]\d"  # 20160622
    r"|[0-3]\d[\s.-]?[01]\d[\s.-]?(?:19|20)\d\d"  # 22 06 2016
)


def phone_numbers(text):
    """Every phone number in `text`, as it is written there."""
    # Strict grouping: 33.172.929 is a sum, and 33 17 29 29 is a number.
    matches = PhoneNumberMatcher(text, REGION, leniency=Leniency.STRICT_GROUPING)
    return [match.raw_string for match in matches if not is_other_figure(text, match)]


def instead_of(number):
    """What an editor who writes a number into a text is told."""
    message = _(
        "“%(number)s” is a phone number. Numbers are kept in one place, under advice, and "
        "shown from there; take it out of the text."
    )
    return message % {"number": number}


def is_other_figure(text, match):
    return bool(
        YEARS_OR_DATE.fullmatch(match.raw_string) or NAMED_OTHERWISE.search(text[: match.start])
    )
