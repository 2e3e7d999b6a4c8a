"""
Which object is at an address, and which is meant by a reference.

Models are asked for by name: the text fields of all of them are cleaned with this.
"""

from collections import defaultdict

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.urls import resolve
from django.urls.exceptions import Resolver404
from django.utils import translation

from .gathered import gathered
from .prose.reference import to


def at(places):
    """The targets of those `places` where there is an object: {path: (label, key)}."""
    spelt = {spelling: place.path for place in places for spelling in place.spellings}
    found = {}
    for address in apps.get_model("publishing.Address").objects.filter(path__in=spelt):
        kind = ContentType.objects.get_for_id(address.content_type_id)
        found[spelt[address.path]] = (f"{kind.app_label}.{kind.model}", address.object_id)
    for spelling, path in spelt.items():
        if path not in found and (instance := without_address(spelling)):
            found[path] = to(instance).target
    return found


def without_address(path):
    """The object at `path` that has not been public, or that is no page."""
    for model in publishable_models():
        if instance := model.at(path):
            return instance
    return None


def instances(targets):
    """Those of `targets` that there are: {(label, key): instance}; one query for all."""
    keys = defaultdict(set)
    for label, key in targets:
        keys[label].add(key)
    querysets = {
        model._meta.label_lower: model.objects.select_related().filter(
            pk__in=keys[model._meta.label_lower]
        )
        for model in publishable_models()
        if model._meta.label_lower in keys and hasattr(model, "get_absolute_url")
    }
    return {
        (label, instance.pk): instance
        for label, found in gathered(querysets).items()
        for instance in found
    }


def publishable_models():
    # Not imported: its own text fields are cleaned with this.
    return [model for model in apps.get_models() if hasattr(model, "get_public_path")]


def is_fixed(path):
    """Whether the site itself answers at `path`, as it does at "/opdateringer/"."""
    with translation.override(settings.LANGUAGE_CODE):
        try:
            match = resolve(path)
        except Resolver404:
            return False
    # What changes with the address is an object, and the public has no admin.
    return not match.kwargs and match.app_name != "admin"
