"""How hard a text is to read, and which of its sentences make it so."""

from django.utils.translation import gettext as _

from content.publishing.readability import (
    WORD,
    hardest_sentences,
    lix,
)

from ..finding import warning

# A sentence or two says little of a text.
FEWEST_WORDS = 40
NAMED = 3


def reading_ease(text, limit):
    """Findings of a plain text, whose LIX should not be above `limit`."""
    found = lix(text)
    if found <= limit or len(WORD.findall(text)) < FEWEST_WORDS:
        return
    message = _(
        "The text is hard to read: its LIX is %(lix)d, and %(limit)d is the most. The hardest "
        "sentences are: %(sentences)s Shorter sentences and shorter words help."
    )
    hardest = hardest_sentences(text, NAMED)
    named = " ".join(f"“{sentence}”" for sentence in hardest)
    params = {"lix": round(found), "limit": limit, "sentences": named}
    yield warning("hard-to-read", message % params, hardest[0])
