"""What the values in a version are values of."""

from django.db import models

from content.publishing.history.rows import row_relations, written_fields


def fields_of(model):
    """
    Each field by the name that it has in a version, in the model's order.

    Random keys say nothing to a reader.
    """
    order = [field.name for field in model._meta.concrete_fields]
    written = sorted(written_fields(model), key=lambda field: order.index(original(field)))
    links = {field.name: field for field in model._meta.many_to_many}
    told = [field for field in written if not isinstance(field, models.UUIDField)]
    return {field.attname: field for field in told} | links


def original(field):
    """The name that a field's languages share."""
    return field.translated_field.name if language_of(field) else field.name


def language_of(field):
    return getattr(field, "language", "")


def relations_of(model):
    """The relations to rows, by the name that they have in a version."""
    return {relation.get_accessor_name(): relation for relation in row_relations(model)}
