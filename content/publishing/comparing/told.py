"""What an entry in the log tells of old and new values."""

from content.publishing.history.changes import NOTHING, Change

from .comparison import groups, rows_by_key


def told(act):
    """The changes of `act` in groups, as a comparison has them."""
    model = act.content_type and act.content_type.model_class()
    if model is None:
        return []
    found = [Change(**change) for change in act.changes]
    data = act.version.data if act.version else NOTHING
    return groups(model, found, values_of_removed(found) | rows_by_key(data))


def values_of_removed(found):
    """The version lacks a row that was removed, but then the log has all of its values."""
    values = {}
    for change in found:
        if change.rows:
            values.setdefault((change.rows, change.key), {})[change.field] = change.old
    return values
