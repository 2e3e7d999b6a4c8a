"""Which rows belong to an object and are saved, published and restored with it."""

from django.db import models
from modeltranslation.manager import get_translatable_fields_for_model

from content.publishing.models import Publishable

# What the door alone writes; a version says nothing of it.
DOOR = {field.name for field in Publishable._meta.local_fields}


def row_relations(model):
    """The relations to rows that are nothing without their object, such as opening hours."""
    return [
        relation
        for relation in model._meta.related_objects
        if relation.on_delete is models.CASCADE
        and not relation.many_to_many
        and not issubclass(relation.related_model, Publishable)
    ]


def rows_of(instance, relation):
    return relation.related_model._base_manager.filter(**{relation.field.name: instance})


def written_fields(model):
    """
    The columns that an editor's save decides.

    Of a translated field those of each language: the one without language only
    repeats one of them.
    """
    repeated = set(get_translatable_fields_for_model(model) or [])
    return [
        field
        for field in model._meta.concrete_fields
        if field.name not in DOOR | repeated and not field.primary_key
    ]
