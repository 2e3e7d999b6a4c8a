"""Which object has which address, now and formerly."""

from django.contrib.contenttypes.models import ContentType

from .models import Address

# Addresses at a time, so that what lies below a large part of the site can move with it.
BATCH = 500


def take(instance):
    """
    Give `instance` its present address; the one it had leads to it from now on.

    A former address of another object is taken over: what is there now wins. Says
    whether the address is a new one.
    """
    path = instance.get_public_path()
    if path is None or of(instance).filter(path=path, is_current=True).exists():
        return False
    take_all([instance])
    return True


def take_all(instances):
    """The same of several objects of one model, each of which has a new address."""
    for start in range(0, len(instances), BATCH):
        batch = instances[start : start + BATCH]
        kind = ContentType.objects.get_for_model(batch[0])
        paths = {each.pk: each.get_public_path() for each in batch}
        mine = Address.objects.filter(content_type=kind, object_id__in=paths)
        mine.update(is_current=False)
        Address.objects.filter(path__in=paths.values(), is_current=False).delete()
        Address.objects.bulk_create(
            Address(path=path, content_type=kind, object_id=pk) for pk, path in paths.items()
        )


def drop(instance):
    of(instance).delete()


def of(instance):
    return Address.objects.filter(**key(instance))


def key(instance):
    return {
        "content_type": ContentType.objects.get_for_model(instance),
        "object_id": instance.pk,
    }
