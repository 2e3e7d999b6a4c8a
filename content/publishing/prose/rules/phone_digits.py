"""Phone numbers are rows, so that one correction reaches every page."""

from ..finding import error
from ..phone_numbers import instead_of, phone_numbers
from ..tree import lines, words


def phone_digits(root):
    for line in lines(root):
        for number in phone_numbers(line):
            yield digits(number, line)
    for link in root.iter("a"):
        for number in dialled(link.get("href", "")):
            yield digits(number, words(link))


def digits(number, excerpt):
    return error("phone-digits", instead_of(number), excerpt)


def dialled(address):
    """The number of a tel: link, unless it is as short as 112."""
    number = address.removeprefix("tel:")
    if number != address and sum(map(str.isdigit, number)) > 4:
        yield number
