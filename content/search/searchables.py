"""What is searched for in every app, without knowing the apps."""

from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from content.publishing.models import Publishable


def searchable_models():
    """Every model whose objects say what they are found by."""
    publishable = [model for model in apps.get_models() if issubclass(model, Publishable)]
    return [model for model in publishable if model.searchable is not Publishable.searchable]


def by_model(condition):
    """`condition(model)` for the rows of any model that name an object by its type and key."""
    types = ContentType.objects.get_for_models(*searchable_models())
    return reduce(
        or_, (Q(condition(model), content_type=kind) for model, kind in types.items())
    )
