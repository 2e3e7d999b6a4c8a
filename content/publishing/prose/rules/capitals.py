"""Capitals alone are slow to read, and some screen readers spell them."""

import re

from django.utils.translation import gettext as _

from content.publishing.readability import sentences

from ..finding import warning
from ..tree import lines

# "PET" and "SSP" are names; three words in a row are a shout.
FEWEST_WORDS = 3
WORD = re.compile(r"[^\W\d_]{2,}")


def capitals(root):
    for line in lines(root):
        yield from capitals_in(line)


def capitals_in(text):
    for sentence in sentences(text):
        words = WORD.findall(sentence)
        if len(words) >= FEWEST_WORDS and all(map(str.isupper, words)):
            message = _("“%(text)s” is in capitals alone. Write it with small letters.")
            yield warning("all-capitals", message % {"text": sentence}, sentence)
