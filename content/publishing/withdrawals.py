"""What becomes of what has been withdrawn, and what the public is told of it."""

from django.contrib.contenttypes.models import ContentType

from . import addresses, targets
from .every_page import on_every_page
from .history.changes import Change
from .kept import kept_for_edition
from .models import Withdrawal
from .prose import reference

KIND = "withdrawal"
REASONS = {"reason_da": "withdrawal_reason_da", "reason_en": "withdrawal_reason_en"}
SUCCESSOR = "withdrawal_successor"


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


def of_what_is_kept():
    return Withdrawal.objects.filter(kind=Withdrawal.Kind.KEPT)


read_kept = on_every_page("withdrawals", of_what_is_kept)


@kept_for_edition
def banners():
    """Those of what stays to be read, by the key of their object."""
    return {(each.content_type_id, each.object_id): each for each in read_kept()}


def banner_of(instance):
    key = ContentType.objects.get_for_model(instance).pk, instance.pk
    return banners().get(key)


def as_changes(withdrawal):
    """What the log keeps of `withdrawal`: enough to tell the same again."""
    told = {name: getattr(withdrawal, column) for column, name in REASONS.items()}
    if withdrawal.successor:
        told[SUCCESSOR] = str(reference.to(withdrawal.successor))
    # The kind comes first, see history.as_of.kept.
    return [
        Change(KIND, "", withdrawal.kind),
        *(Change(name, "", value) for name, value in told.items() if value),
    ]


def from_log(act):
    """The Withdrawal, not stored, that `act` wrote down; None where nothing was told."""
    told = {change["field"]: change["new"] for change in act.changes}
    if KIND not in told:
        return None
    successor = reference.read(told.get(SUCCESSOR, ""))
    there = targets.instances([successor.target]) if successor else {}
    moved = told[KIND] == Withdrawal.Kind.MOVED
    return Withdrawal(
        content_type=act.content_type,
        object_id=act.object_id,
        # Where nothing is known of the new place the old one is gone.
        kind=Withdrawal.Kind.GONE if moved and not there else told[KIND],
        successor=next(iter(there.values()), None),
        **{column: told.get(name) for column, name in REASONS.items() if told.get(name)},
    )
