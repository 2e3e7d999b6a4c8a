"""What becomes of what has been withdrawn, and what the public is told of it."""

from django.contrib.contenttypes.models import ContentType

from . import addresses
from .kept import kept_for_edition
from .models import Withdrawal


def of(instance):
    return Withdrawal.objects.filter(**addresses.key(instance)).first()


def keep(instance, withdrawal):
    """Store `withdrawal` as that of `instance`; what led here leads on to its successor."""
    drop(instance)
    withdrawal.target = instance
    withdrawal.save()
    if withdrawal.kind == Withdrawal.Kind.MOVED:
        lead_on(instance, withdrawal.successor)


def lead_on(instance, successor):
    """No redirect leads to another: those to `instance` now lead to `successor`."""
    leading_here = Withdrawal.objects.filter(
        successor_type=ContentType.objects.get_for_model(instance), successor_id=instance.pk
    )
    for each in leading_here:
        each.successor = successor
        each.save()


def drop(instance):
    Withdrawal.objects.filter(**addresses.key(instance)).delete()


@kept_for_edition
def banners():
    """Those of what stays to be read, by the key of their object."""
    kept = Withdrawal.objects.filter(kind=Withdrawal.Kind.KEPT)
    return {(each.content_type_id, each.object_id): each for each in kept}


def banner_of(instance):
    key = ContentType.objects.get_for_model(instance).pk, instance.pk
    return banners().get(key)
