"""Which object has which address, now and formerly."""

from django.contrib.contenttypes.models import ContentType

from .models import Address


def take(instance):
    """
    Give `instance` its present address; the one it had leads to it from now on.

    A former address of another object is taken over: what is there now wins.
    """
    path = instance.get_public_path()
    if path is None:
        return
    mine = of(instance)
    mine.filter(is_current=True).exclude(path=path).update(is_current=False)
    Address.objects.filter(path=path, is_current=False).delete()
    mine.get_or_create(path=path, defaults=key(instance))


def drop(instance):
    of(instance).delete()


def of(instance):
    return Address.objects.filter(**key(instance))


def key(instance):
    return {
        "content_type": ContentType.objects.get_for_model(instance),
        "object_id": instance.pk,
    }
