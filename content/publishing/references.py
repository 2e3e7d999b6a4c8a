"""What the public sees stands only on what the public sees."""

from django.db import models

from .models import Publishable


def unseen(instance):
    """The fields of `instance` that lead to what the public can't see: {name: object}."""
    targets = {
        field.name: getattr(instance, field.name)
        for field in instance._meta.concrete_fields
        if leads_to_publishable(field) and getattr(instance, field.attname) is not None
    }
    return {name: target for name, target in targets.items() if not target.is_published}


def public_users(instance):
    """The published objects that would lead nowhere without `instance`."""
    return [
        user
        for relation in instance._meta.related_objects
        if leads_to_publishable(relation.field)
        and issubclass(relation.related_model, Publishable)
        for user in relation.related_model.objects.published().filter(
            **{relation.field.name: instance}
        )
    ]


def leads_to_publishable(field):
    return isinstance(field, models.ForeignKey) and issubclass(field.related_model, Publishable)
