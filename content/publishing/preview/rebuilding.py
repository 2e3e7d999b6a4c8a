"""Making objects anew as they were at a moment."""

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, transaction
from django.db.models import UniqueConstraint
from django.utils.translation import gettext as _

from content.publishing.history.rows import DOOR, written_fields
from content.publishing.history.snapshot import assign, store_related


def as_it_was(place, version, row, exists):
    """
    The object of `version`, not stored.

    What the version says nothing of is as in `row`, which is the present one, if any.
    """
    instance = copy_of(row, place)
    assign(instance, version.data["fields"], exists)
    return instance


def copy_of(row, place):
    model, key = place
    instance = model(pk=key)
    for field in written_fields(model) if row else []:
        setattr(instance, field.attname, row.__dict__[field.attname])
    for name in DOOR if row else []:
        setattr(instance, name, getattr(row, name))
    return instance


def insert_all(instances):
    """
    Store `instances` in the order that works: a page above goes before those below.

    Those that do not fit are returned.
    """
    waiting = list(instances)
    while waiting:
        left = [each for each in waiting if not is_inserted(each)]
        if len(left) == len(waiting):
            break
        waiting = left
    return waiting


def is_inserted(instance):
    try:
        with transaction.atomic():
            instance.save(force_insert=True)
    except (DatabaseError, ObjectDoesNotExist, RecursionError):
        return False
    return True


def insert_somehow(instance, row, title):
    """What does not fit as it was, with its present address, or as it is; why, in words."""
    place = type(instance), instance.pk
    for name in unique_columns(type(instance)) if row else []:
        setattr(instance, name, row.__dict__[name])
    if row and is_inserted(instance):
        return _("“%s” has its present address here: another has the one it had.") % title
    if row:
        is_inserted(copy_of(row, place))
    return _("“%s” does not fit into the site as it was.") % title


def unique_columns(model):
    names = {field.name for field in model._meta.concrete_fields if field.unique}
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint):
            names |= {*constraint.fields}
    return {model._meta.get_field(name).attname for name in names}


def add_related(version, instance):
    """Its rows and links; should they not fit, it is shown without."""
    try:
        with transaction.atomic():
            store_related(version.data, instance)
    except DatabaseError:
        return
