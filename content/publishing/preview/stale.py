"""The rows that are not as they were at a moment, and taking them away for a while."""

from collections import defaultdict

from django.db import router

from content.publishing.history.rows import row_relations
from content.publishing.models import Publishable
from content.publishing.references import leads_to_publishable


def stale(then):
    """
    The places where something has happened since, with all that hangs below them.

    What nobody has published could be in the way, so it goes too.
    """
    found = {*then.changed, *unpublished()}
    for model in Publishable.models():
        found |= below(model, found, then)
    return found


def unpublished():
    return {
        (model, key)
        for model in Publishable.models()
        for key in model._base_manager.filter(state=Publishable.State.UNPUBLISHED).values_list(
            "pk", flat=True
        )
    }


def below(model, found, then):
    """The rows whose addresses follow from one of `found`, as far as they were there."""
    ways = [
        field.attname
        for field in model._meta.concrete_fields
        if leads_to_publishable(field) and field.related_model is model
    ]
    if not ways:
        return set()
    rows = list(model._base_manager.values_list("pk", *ways))
    hanging, size = set(), -1
    while size != len(hanging):
        size = len(hanging)
        hanging |= {
            (model, key)
            for key, *above in rows
            if then.state((model, key))
            and any((model, each) in found | hanging for each in above)
        }
    return hanging


def rows_at(places):
    """{place: row} of those that are stored."""
    return {
        (model, key): row
        for model, keys in by_model(places).items()
        for key, row in model._base_manager.in_bulk(keys).items()
    }


def take_away(places):
    """
    Delete the rows of `places`, with what is theirs and nothing else.

    What leads to them stays. The database asks for both ends of a link when the
    transaction ends, and this one never does.
    """
    for model, keys in by_model(places).items():
        for relation in row_relations(model):
            delete(relation.related_model, f"{relation.field.name}__in", keys)
        for links in model._meta.many_to_many:
            delete(links.remote_field.through, f"{links.m2m_field_name()}__in", keys)
        delete(model, "pk__in", keys)


def delete(model, condition, keys):
    # Django's delete() would look for what leads here, and refuse.
    rows = model._base_manager.filter(**{condition: keys})
    rows._raw_delete(router.db_for_write(model))


def by_model(places):
    found = defaultdict(list)
    for model, key in sorted(places, key=lambda place: (place[0]._meta.label, place[1])):
        found[model].append(key)
    return found
