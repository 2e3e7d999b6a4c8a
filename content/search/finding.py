"""From what a visitor writes to the entries that say it."""

from typing import NamedTuple

from content.publishing.every_page import know_kinds

from . import engines
from .models import SearchEntry
from .relatives import relatives
from .stop_words import STOP_WORDS
from .words import cut

# More than anybody reads; a search costs the same on a large site as on a small one.
MOST_HITS = 200
# What comes after so many words does not narrow a search down.
MOST_WORDS = 10


class Found(NamedTuple):
    """The keys of the entries, best first, and the words that they were found by."""

    entries: list
    words: set


NOTHING = Found([], set())


def find(query, language):
    """The entries that hold every word of `query`, or a relative of it."""
    words = list(cut(query))[:MOST_WORDS]
    telling = [word for word in words if word.folded not in STOP_WORDS[language]]
    terms = relatives(list({word.folded: None for word in telling or words}), language)
    asked = without_numbers_twice(telling or words, terms)
    if not asked or not all(terms[word] for word in asked):
        return NOTHING

    # Common words alone are looked for in titles: “Om os” is a page.
    search = engines.find if telling else engines.find_in_titles
    lexemes = [sorted({term.lexeme for term in terms[word]}) for word in asked]
    return Found(
        entries=those_public(search(lexemes, MOST_HITS)),
        words={term.plain_word for word in asked for term in terms[word]},
    )


def without_numbers_twice(words, terms):
    """
    The words to ask for, each once.

    A phone number that the site knows is one word; other digits are what they are.
    """
    known = [word for word in words if word.is_phone and terms[word.folded]]
    return {
        word.folded
        for word in words
        if word in known or not (word.is_phone or any(within(word, phone) for phone in known))
    }


def within(word, phone):
    return phone.start <= word.start < phone.end


def those_public(hits):
    """Withdrawn objects have left the index; this is for the day one has not."""
    know_kinds()
    kinds = {kind for _key, kind in hits}
    entries = SearchEntry.objects.public(kinds).filter(pk__in=[key for key, _kind in hits])
    public = set(entries.order_by().values_list("pk", flat=True))
    return [key for key, _kind in hits if key in public]
