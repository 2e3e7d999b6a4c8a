"""Phone numbers are rows, so that one correction reaches every page."""

from django.utils.translation import gettext as _

from ..finding import error
from ..phone_numbers import phone_numbers
from ..tree import lines, words


def phone_digits(root):
    for line in lines(root):
        for number in phone_numbers(line):
            yield digits(number, line)
    for link in root.iter("a"):
        for number in dialled(link.get("href", "")):
            yield digits(number, words(link))


def digits(number, excerpt):
    message = _(
        "“%(number)s” is a phone number. Numbers are kept in one place, under advice, and "
        "shown from there; take it out of the text."
    )
    return error("phone-digits", message % {"number": number}, excerpt)


def dialled(address):
    """The number of a tel: link, unless it is as short as 112."""
    number = address.removeprefix("tel:")
    if number != address and sum(map(str.isdigit, number)) > 4:
        yield number
