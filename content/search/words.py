"""Words as the index knows them: every spelling of a word is the same word."""

import re
import unicodedata
from heapq import merge
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+")
# A Danish number however it is grouped, with or without 45, +45 or 0045 before it.
PHONE = re.compile(
    r"""
    (?<![\d+])
    (?:(?:\+|00\s?)?45 [\s.()/\u2010-\u2015-]{0,3})?
    \d (?:[\s.()/\u2010-\u2015-]{0,3}\d){7}
    (?!\d)
    """,
    re.VERBOSE,
)
# Quickly seen, and true of most texts: there are not eight digits close to each other.
MAY_HOLD_PHONE = re.compile(r"\d(?:\D{0,3}\d){7}")
PHONE_DIGITS = 8
LONGEST = 40
# Danes without a Danish keyboard write ae, oe and aa; Swedes and Germans write ä and ö.
NORDIC = str.maketrans({"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa", "ł": "l"})


class Word(NamedTuple):
    """A word, and where in the text it stands."""

    start: int
    end: int
    folded: str
    is_phone: bool = False


def cut(text):
    """
    The words of `text` in their order.

    What looks like a phone number is a word, and its groups of digits are too.
    """
    if not MAY_HOLD_PHONE.search(text):
        return plain_words(text)
    return merge(phones(text), plain_words(text), key=lambda word: (word.start, -word.end))


def plain_words(text):
    for match in WORD.finditer(text):
        yield Word(*match.span(), fold(match[0]))


def phones(text):
    for match in PHONE.finditer(text):
        digits = "".join(str(int(sign)) for sign in match[0] if sign.isdecimal())
        yield Word(*match.span(), digits[-PHONE_DIGITS:], is_phone=True)


def fold(word):
    """`word` in lower case, without accents and Danish letters."""
    # Nearly all words are of these letters, and need no more.
    plain = word.lower().translate(NORDIC)
    if plain.isascii():
        return plain[:LONGEST]
    composed = unicodedata.normalize("NFKC", word).casefold().translate(NORDIC)
    letters = filter(str.isalnum, unicodedata.normalize("NFKD", composed).casefold())
    return ("".join(letters) or word)[:LONGEST]
