"""What visitors search for, found in the index: words of every kind."""

from content.search.models import Term
from content.search.stop_words import STOP_WORDS
from content.search.vocabulary import SHORTEST_PART

# Danish for visitors in Danish.
SCOPE = "dada_"


def queries():
    common = words("-uses")
    rare = words("uses")
    return {
        "a word on one page": rare[len(rare) // 2],
        "a word on most pages": common[0],
        "the part of many compounds": part_of_compounds(),
        "a slip": slip(common[0]),
        "two common words": " ".join(common[:2]),
        "four common words": " ".join(common[:4]),
        "a word on no page": "xyzzyqvk",
        "words that say nothing": "om os",
    }


def words(order):
    terms = Term.objects.filter(word__startswith=SCOPE).order_by(order, "word")
    found = [term.plain_word for term in terms[:500]]
    return [
        word
        for word in found
        if word.isalpha() and len(word) > SHORTEST_PART and word not in STOP_WORDS["da"]
    ]


def part_of_compounds():
    """The common word that the most other words end with."""
    return max(
        words("-uses")[:50],
        key=lambda word: Term.objects.filter(
            word__startswith=SCOPE, word__endswith=word
        ).count(),
    )


def slip(word):
    return word[:2] + word[3] + word[2] + word[4:]
