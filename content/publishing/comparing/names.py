"""What the keys and references in a version stand for, in words."""

from collections import defaultdict

from .fields import fields_of, relations_of
from .led_to import words_for


def names_of_targets(model, found):
    """
    {(model, key): name} of what the changes `found` lead to: one query a model.

    With the words for the references in their texts, by (label, key).
    """
    texts = [text for change in found for text in (change.old, change.new)]
    return names_of_keys(model, found) | words_for(texts)


def names_of_keys(model, found):
    fields = fields_of(model)
    of_rows = {
        name: fields_of(each.related_model) for name, each in relations_of(model).items()
    }
    keys = defaultdict(set)
    for change in found:
        field = (of_rows.get(change.rows, {}) if change.rows else fields).get(change.field)
        if field is not None and field.is_relation:
            keys[field.related_model] |= {*each_key(change.old), *each_key(change.new)}
    return {
        (target, str(key)): str(instance)
        for target, wanted in keys.items()
        for key, instance in target._base_manager.in_bulk(wanted).items()
    }


def each_key(value):
    if isinstance(value, list):
        return value
    # A text is a name already, see readable.listed.
    return [value] if isinstance(value, int) else []
