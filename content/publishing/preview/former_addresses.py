"""Addresses as they were at a moment."""

from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, transaction

from content.publishing import addresses
from content.publishing.models import Address

from .stale import by_model


def put_back_addresses(places, instances):
    """
    Let `instances` have the addresses that they had, and others at `places` none.

    When which address was left is written down nowhere, so the others that an object
    has had lead to it, also those that it was yet to have.
    """
    there = {(type(each), each.pk) for each in instances}
    of(places - there).delete()
    of(places & there).update(is_current=False)
    for instance in instances:
        take(instance)


def of(places):
    found = Address.objects.none()
    for model, keys in by_model(places).items():
        found |= Address.objects.filter(
            content_type=ContentType.objects.get_for_model(model), object_id__in=keys
        )
    return found


def take(instance):
    try:
        with transaction.atomic():
            addresses.take(instance)
    except DatabaseError:
        # It has not got the place that it had, see Past.refusals.
        return
