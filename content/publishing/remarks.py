"""
What an editor is told of an object: nothing that stops a save, all worth mending.

Its texts are read in every language, those of its rows too.
"""

from dataclasses import dataclass

from django.db import models

from .links.texts import values
from .prose.finding import Severity
from .prose.findings import findings
from .prose.rules.capitals import capitals_in
from .prose.rules.internal_links import internal_links
from .prose.rules.reading_ease import reading_ease
from .prose.tree import lines, parse
from .reading_limits import limit_of
from .rich_text import RichTextField


@dataclass(frozen=True)
class Remark:
    # "body_da", or "closed_days.reason_da" in a row.
    name: str
    field: models.Field
    message: str
    excerpt: str = ""
    code: str = ""

    @property
    def language(self):
        """The language of the text, where the field has several."""
        return getattr(self.field, "language", "")


def remarks(instance):
    """Each Remark on `instance` as it is, saved or not; its rows as they are stored."""
    found = [
        Remark(name, field, each.message, each.excerpt, each.code)
        for name, field, value in values(instance)
        if isinstance(value, str) and value
        for each in warnings(field, value, limit_of(instance))
    ]
    found += [
        Remark(name, instance._meta.get_field(name), message, code="shortcoming")
        for name, message in instance.shortcomings()
    ]
    return found


def warnings(field, value, limit):
    match field:
        case RichTextField():
            found = [*findings(value), *internal_links(value)]
            found += reading_ease("\n".join(lines(parse(value))), limit)
        case models.TextField():
            found = [*capitals_in(value), *reading_ease(value, limit)]
        case _:
            found = []
    return [each for each in found if each.severity is Severity.WARNING]
