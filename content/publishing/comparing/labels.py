"""What has changed, said in a few words."""

from django.utils.text import capfirst

from .entry import label_of
from .fields import of_the_log, relations_of


def labels(model, found):
    """The names of the fields and the kinds of rows that the changes `found` are in."""
    fields, relations = of_the_log(model), relations_of(model)
    return unique(label(change, fields, relations) for change in found)


def label(change, fields, relations):
    if change.rows:
        relation = relations.get(change.rows)
        return relation and capfirst(relation.related_model._meta.verbose_name_plural)
    field = fields.get(change.field)
    return field is not None and label_of(field)


def unique(names):
    return list(dict.fromkeys(str(name) for name in names if name))
