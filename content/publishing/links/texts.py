"""Every text and address that the public sees of an object, its rows included."""

from django.db import models

from content.publishing.history.rows import row_relations, rows_of, written_fields
from content.publishing.prose import reference
from content.publishing.prose.hrefs import external
from content.publishing.prose.linked import links
from content.publishing.rich_text import RichTextField


def references(instance):
    """The targets that the texts of `instance` lead to on this site."""
    return {
        found.target
        for _name, field, value in values(instance)
        if isinstance(field, RichTextField)
        for found in links(value, reference.read)[1].values()
    }


def addresses(instance):
    """Each address on another site, with the names of the fields it stands in."""
    found = {}
    for name, field, value in values(instance):
        for address in addresses_in(field, value):
            found.setdefault(address, set()).add(name)
    return found


def addresses_in(field, value):
    match field:
        case RichTextField():
            return list(links(value, external)[1].values())
        case models.URLField():
            return [address for address in [external(value or "")] if address]
    return []


def values(instance):
    """(name, field, value) of each column, those of rows as "phone_numbers.source_url"."""
    yield from columns(instance)
    for relation in row_relations(type(instance)):
        for row in rows_of(instance, relation):
            yield from columns(row, f"{relation.get_accessor_name()}.")


def columns(instance, prefix=""):
    for field in written_fields(type(instance)):
        yield prefix + field.name, field, field.value_from_object(instance)
