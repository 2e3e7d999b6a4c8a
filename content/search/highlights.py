"""Where the words of a query stand in a text."""

from django.utils.html import format_html, format_html_join

from .words import cut

SNIPPET = 240
# So much of a snippet comes before the first hit.
BEFORE = 60


def highlighted(text, words):
    """`text` with each of `words` in <mark>, the rest escaped."""
    parts = []
    done = 0
    for hit in hits(text, words):
        # A group of digits is not marked again within its phone number.
        if hit.start >= done:
            before = text[done : hit.start]
            parts.append(format_html("{}<mark>{}</mark>", before, text[hit.start : hit.end]))
            done = hit.end
    return format_html_join("", "{}", [(part,) for part in [*parts, text[done:]]])


def snippet(text, words):
    """The part of `text` where the first of `words` stands, highlighted."""
    first = next((hit.start for hit in hits(text, words)), 0)
    start = text.rfind(" ", 0, max(first - BEFORE, 0)) + 1
    end = len(text)
    if start + SNIPPET < end:
        # Whole words, or what there is room for of one without end.
        end = max(text.rfind(" ", start, start + SNIPPET), first + 1)
    return format_html(
        "{}{}{}",
        "…\u00a0" if start else "",
        highlighted(text[start:end], words),
        "\u00a0…" if end < len(text) else "",
    )


def hits(text, words):
    return (word for word in cut(text) if word.folded in words)
