"""The changes from one version to another, put in order for a page that shows them."""

from dataclasses import dataclass, field
from itertools import groupby

from content.publishing.history.changes import NOTHING, by_key, changes

from .entry import Entry
from .fields import fields_of, of_the_log, relations_of
from .names import names_of_targets
from .rows import row_label


@dataclass
class Group:
    """What is said of the object itself, which has no title here, or of one row of it."""

    entries: list
    title: str = ""
    # "added" or "removed" for a row that only one of the versions has.
    fate: str = ""


@dataclass
class Comparison:
    groups: list = field(default_factory=list)
    # How much is left out because it is the same in both.
    same_fields: int = 0
    same_rows: int = 0


def compare(model, old, new):
    """The snapshots `old` and `new` of an object of `model`."""
    found = changes(old, new)
    before, after = rows_by_key(old), rows_by_key(new)
    values = before | after
    fates = dict.fromkeys(after.keys() - before.keys(), "added")
    fates |= dict.fromkeys(before.keys() - after.keys(), "removed")
    changed = {(change.rows, change.key) for change in found if change.rows}
    return Comparison(
        groups(model, found, values, fates),
        len(fields_of(model)) - len([change for change in found if not change.rows]),
        len(values.keys() - changed),
    )


def whole(model, data):
    """All that a snapshot says."""
    return groups(model, changes(NOTHING, data), rows_by_key(data))


def rows_by_key(data):
    """The values of each row, by the kind of row and its key."""
    return {
        (name, key): fields
        for name, rows in data["rows"].items()
        for key, fields in by_key(rows).items()
    }


def groups(model, found, values, fates=None):
    """
    The changes `found`, the object's own before those of its rows.

    `values` are those of its rows, which are called by them.
    """
    names = names_of_targets(model, found)
    relations = relations_of(model)
    made = []
    for place, each in groupby(found, key=lambda change: (change.rows, change.key)):
        several = {change.field: change for change in each}
        if not place[0]:
            made.append(Group(entries(of_the_log(model), several, names)))
        elif relation := relations.get(place[0]):
            title = row_label(relation, values.get(place, {}))
            entries_of_row = entries(fields_of_row(relation), several, names)
            made.append(Group(entries_of_row, title, (fates or {}).get(place, "")))
    return [group for group in made if group.entries]


def fields_of_row(relation):
    """Whose row it is goes without saying."""
    fields = fields_of(relation.related_model)
    return {name: each for name, each in fields.items() if name != relation.field.attname}


def entries(fields, found, names):
    """In the fields' order. What is no field, or none for readers, is left out."""
    return [
        Entry.of(found[name], each, names) for name, each in fields.items() if name in found
    ]
