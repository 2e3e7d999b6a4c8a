"""A page as it was: its own text, and what stood on it at that time."""

from django.db import DatabaseError, transaction
from django.db.models import UniqueConstraint
from django.utils.translation import gettext as _

from content.publishing import addresses, references
from content.publishing.history.snapshot import apply
from content.publishing.models import Publishable, UpdateNote, Withdrawal

from .scene import Scene
from .standing import relations_to, then_and_now


def past(version, at):
    """A Scene with the object of `version` as it was in it, among what was public at `at`."""
    UpdateNote.objects.filter(published_at__gt=at).delete()
    Withdrawal.objects.filter(at__gt=at).delete()
    refusals = []
    instance = put(version, at, refusals)
    for relation in relations_to(type(instance)):
        hidden, shown = then_and_now(relation, instance, at)
        hide(relation.related_model, hidden)
        for each in shown:
            put(each, at, refusals)
    return Scene([instance], refusals, at)


def put(version, at, refusals):
    """Let the public see the object of `version` as it was in it."""
    model = version.content_type.model_class()
    objects = model._base_manager.filter(pk=version.object_id)
    instance = objects.first() or model(pk=version.object_id)
    if not stored(version.data, instance):
        message = _("“%s” does not fit into the site as it stands now.")
        kept = {"fields": without(unique_columns(model), version.data["fields"])}
        if stored(version.data | kept, objects.first() or instance):
            message = _("“%s” has its present address here: another has the one it had.")
        refusals.append(message % version.title)
    for target in references.unseen(objects.first() or instance).values():
        let_be_public(type(target)._base_manager.filter(pk=target.pk), target, at)
    let_be_public(objects, instance, at)
    return objects.first() or instance


def stored(data, instance):
    try:
        with transaction.atomic():
            apply(data, instance)
    except (DatabaseError, RecursionError):
        return False
    return True


def let_be_public(rows, instance, at):
    first = min(instance.first_published_at or at, at)
    notes = UpdateNote.objects.filter(**addresses.key(instance))
    told = notes.order_by("published_at").last()
    rows.update(
        state=Publishable.State.PUBLISHED,
        first_published_at=first,
        last_updated_at=told.published_at if told else first,
    )


def hide(model, keys):
    model._base_manager.filter(pk__in=keys).update(state=Publishable.State.UNPUBLISHED)


def unique_columns(model):
    names = {field.name for field in model._meta.concrete_fields if field.unique}
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint):
            names |= {*constraint.fields}
    return {model._meta.get_field(name).attname for name in names}


def without(names, fields):
    return {name: value for name, value in fields.items() if name not in names}
