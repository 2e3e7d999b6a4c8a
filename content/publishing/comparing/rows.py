"""What a row of a version is called."""

from django.utils.text import capfirst

from .fields import fields_of


def row_label(relation, values):
    """The kind of row and its own name: “Phone number: 33 17 29 29”."""
    model = relation.related_model
    return f"{capfirst(model._meta.verbose_name)}: {row_named(model, values)}"


def row_named(model, values):
    """The name of the row that has `values`; those that lead elsewhere are let be."""
    row = model()
    for name, field in fields_of(model).items():
        if name in values and not field.is_relation:
            setattr(row, name, field.to_python(values[name]))
    try:
        return str(row)
    except (TypeError, ValueError, KeyError):
        # An old version may lack a value that the name is made of by now.
        return "–"
