"""A hit as a visitor reads it."""

from dataclasses import dataclass

from .highlights import highlighted, snippet
from .models import SearchEntry


@dataclass(frozen=True)
class Result:
    entry: SearchEntry
    words: set

    @property
    def title(self):
        return highlighted(self.entry.title, self.words)

    @property
    def snippet(self):
        return snippet(self.entry.text, self.words)

    @property
    def title_lang(self):
        """The title's language, where it is not the page's."""
        return self.other_than_the_pages(self.entry.title_written_in)

    @property
    def snippet_lang(self):
        return self.other_than_the_pages(self.entry.text_written_in)

    def other_than_the_pages(self, language):
        return language if language != self.entry.language else ""


def results(keys, words):
    entries = SearchEntry.objects.in_bulk(keys)
    return [Result(entries[key], words) for key in keys if key in entries]
