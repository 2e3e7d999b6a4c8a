from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import get_language_info

from .fields import language_of
from .paragraphs import Line, lines
from .readable import blocks, is_prose
from .words import put_in, taken_out


@dataclass
class Entry:
    """One value: what it is called, and what it was and is."""

    label: str
    # Of the text, for whoever reads it aloud.
    language: str
    old: list
    new: list
    is_prose: bool

    @classmethod
    def of(cls, change, field, names):
        return cls(
            label_of(field),
            language_of(field),
            blocks(field, change.old, names),
            blocks(field, change.new, names),
            is_prose(field),
        )

    @property
    def is_formatting(self):
        """Whether the words are the same, and only how they look has changed."""
        return self.old == self.new

    @property
    def lines(self):
        if self.is_prose:
            return lines(self.old, self.new)
        return [Line(pieces=(*each_out(self.old), *each_in(self.new)))]


def each_out(values):
    return [piece for block in values for piece in taken_out(block.words)]


def each_in(values):
    return [piece for block in values for piece in put_in(block.words)]


def label_of(field):
    label = capfirst(getattr(field, "translated_field", field).verbose_name)
    language = language_of(field)
    if not language:
        return label
    return f"{label} ({get_language_info(language)['name_translated'].lower()})"
