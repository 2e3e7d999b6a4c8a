"""The content of every app, with what its objects are shown on."""

from django.apps import apps
from django.contrib.contenttypes.prefetch import GenericPrefetch

from content.publishing.models import Publishable


def content_models():
    return [model for model in apps.get_models() if issubclass(model, Publishable)]


def with_targets(queryset):
    """`queryset` with the object that each row is about: one query for each model."""
    targets = [model.objects.select_related() for model in content_models()]
    return queryset.prefetch_related(GenericPrefetch("target", targets))
