"""Which values differ between two versions: for the log and for comparing."""

from dataclasses import asdict, dataclass

NOTHING = {"fields": {}, "links": {}, "rows": {}}


@dataclass(frozen=True)
class Change:
    """One value of an object, or of a row of it when `rows` and `key` say which."""

    field: str
    old: object
    new: object
    rows: str = ""
    key: str = ""


def changes(old, new):
    """Each Change from snapshot `old` to snapshot `new`; None is before there was any."""
    old, new = old or NOTHING, new or NOTHING
    found = [Change(*each) for each in differing(old["fields"], new["fields"])]
    found += [Change(*each) for each in differing(old["links"], new["links"])]
    for name in union(old["rows"], new["rows"]):
        before, after = by_key(old["rows"].get(name)), by_key(new["rows"].get(name))
        for key in union(before, after):
            fields = differing(before.get(key, {}), after.get(key, {}))
            found += [Change(*each, rows=name, key=key) for each in fields]
    return found


def differing(old, new):
    for name in union(old, new):
        before, after = filled(old.get(name)), filled(new.get(name))
        if before != after:
            yield name, before, after


def filled(value):
    """An empty text may be stored as none."""
    return "" if value is None else value


def union(first, second):
    return [*first, *(name for name in second if name not in first)]


def by_key(rows):
    return {str(row["pk"]): row["fields"] for row in rows or []}


def as_plain(found):
    return [asdict(each) for each in found]
