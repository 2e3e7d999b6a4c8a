"""The translated texts of an object and its rows, in one of its versions."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from modeltranslation.manager import get_translatable_fields_for_model

from content.publishing.history.rows import row_relations
from content.publishing.prose.tree import parse, words
from content.publishing.rich_text import RichTextField


@dataclass(frozen=True)
class Text:
    """One field in both languages; two texts are the same when their words are."""

    danish: str
    english: str
    is_rich: bool = False

    @cached_property
    def danish_sha256(self):
        return digest(self.words(self.danish))

    @cached_property
    def english_sha256(self):
        return digest(self.words(self.english))

    def words(self, text):
        """Without markup, which may change while the text says the same."""
        return (words(parse(text)) if self.is_rich else text).split()


def digest(found):
    """Empty where there are no words."""
    return sha256(" ".join(found).encode()).hexdigest() if found else ""


def texts_of(model, data):
    """Each text of the snapshot `data`: {(rows, key, field): Text}."""
    found = {("", "", name): text for name, text in of_fields(model, data["fields"])}
    for relation in row_relations(model):
        rows = relation.get_accessor_name()
        for row in data["rows"].get(rows, []):
            for name, text in of_fields(relation.related_model, row["fields"]):
                found[rows, str(row["pk"]), name] = text
    return found


def of_fields(model, values):
    for field in translated_fields(model):
        danish, english = (values.get(f"{field.name}_{code}") or "" for code in ["da", "en"])
        yield field.name, Text(danish, english, isinstance(field, RichTextField))


def translated_fields(model):
    """In the order in which the model has them."""
    names = get_translatable_fields_for_model(model) or []
    return [field for field in model._meta.concrete_fields if field.name in names]
