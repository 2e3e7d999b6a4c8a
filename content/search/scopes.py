"""Whose words: a word means one thing in Danish and another in English."""

from typing import NamedTuple

from content.publishing.languages import DEFAULT

from .stems import stem


class Scope(NamedTuple):
    """Texts for visitors in one language, written in that language or standing in for it."""

    language: str
    written_in: str

    def mark(self, word):
        """`word` told apart from the same letters in another scope."""
        return f"{self.language}{self.written_in}_{word}"

    def lexeme(self, word):
        """What the engine knows `word` and its inflections by."""
        return self.mark(stem(word, self.written_in))


def scopes_of(language):
    """Where a visitor's word may stand: Danish stands in for missing translations."""
    return {Scope(language, language), Scope(language, DEFAULT)}
