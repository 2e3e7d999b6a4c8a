"""What is to be translated, for the list of what needs looking after."""

from typing import NamedTuple

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.utils.text import capfirst

from content.publishing.models import Publishable, Translation

from .approval import State


class Work(NamedTuple):
    """A text whose English is missing or outdated."""

    content_type: ContentType
    object_id: int
    # The object's name.
    label: str
    # The field's, with the kind of row that it is in.
    field: str
    state: State


def needing_work():
    """Each text that needs work, unless its object is withdrawn; one query a model."""
    return [
        Work(
            each.content_type,
            each.object_id,
            str(each.target),
            field_label(type(each.target), each.rows, each.field),
            State(each.state),
        )
        for each in waiting()
        if each.target.state != Publishable.State.WITHDRAWN
    ]


def waiting():
    models = publishable_models()
    targets = GenericPrefetch("target", [model.objects.select_related() for model in models])
    found = Translation.objects.filter(state__in=[State.MISSING, State.OUTDATED])
    return found.select_related("content_type").prefetch_related(targets)


def publishable_models():
    return [model for model in apps.get_models() if issubclass(model, Publishable)]


def field_label(model, rows, field):
    """As the form calls it: “Title”, or for a row “Phone number: label”."""
    if not rows:
        return str(capfirst(model._meta.get_field(field).verbose_name))
    row = next(
        relation.related_model
        for relation in model._meta.related_objects
        if relation.get_accessor_name() == rows
    )
    return f"{capfirst(row._meta.verbose_name)}: {row._meta.get_field(field).verbose_name}"
