"""What the values in a version are values of."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.publishing import withdrawals
from content.publishing.history.rows import row_relations, written_fields
from content.publishing.models import Withdrawal

# A reference to the object that took its place.
MOVED_TO = models.CharField(_("where it has moved"))


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


def of_the_log(model):
    """The log of an object also tells what the public was told of its withdrawal."""
    reasons = {name: column for column, name in withdrawals.REASONS.items()}
    columns = {withdrawals.KIND: "kind", **reasons}
    told = {name: Withdrawal._meta.get_field(column) for name, column in columns.items()}
    return {**fields_of(model), **told, withdrawals.SUCCESSOR: MOVED_TO}
