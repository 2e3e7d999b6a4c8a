"""What is searched for in every app, without knowing the apps."""

from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from content.publishing.models import Publishable

NONE = Q(pk__in=[])


def searchable_models():
    """Every model whose objects say what they are found by."""
    publishable = [model for model in apps.get_models() if issubclass(model, Publishable)]
    return [model for model in publishable if model.searchable is not Publishable.searchable]


def by_kind(condition, kinds):
    """`condition(model)` for rows that name an object by its type, one of `kinds`, and key."""
    models = {kind: ContentType.objects.get_for_id(kind).model_class() for kind in kinds}
    return reduce(
        or_, (Q(condition(model), content_type=kind) for kind, model in models.items()), NONE
    )
