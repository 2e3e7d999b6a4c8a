"""Who else has a form open. It locks nothing; it only says so."""

from datetime import timedelta

from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from . import addresses
from .history.versions import name_of
from .models import Opening

# A form without scripts says that it is open only when it is fetched.
STILL_THERE = timedelta(minutes=10)
FORGOTTEN = timedelta(days=1)


def arrive(instance, user):
    """Note that `user` has the form of `instance` open now."""
    # Who left without a word is not there any more.
    Opening.objects.filter(at__lt=timezone.now() - FORGOTTEN).delete()
    Opening.objects.update_or_create(
        user=user, **addresses.key(instance), defaults={"at": timezone.now()}
    )


def leave(instance, user):
    Opening.objects.filter(user=user, **addresses.key(instance)).delete()


def others(instance, user):
    """The line that the form shows of everybody else who has it open; "" for nobody."""
    there = (
        Opening.objects.filter(**addresses.key(instance), at__gte=timezone.now() - STILL_THERE)
        .exclude(user=user)
        .select_related("user")
        .order_by("at")
    )
    return " ".join(
        _("%(who)s has this open too, last seen at %(when)s.")
        % {"who": name_of(opening.user), "when": clock(opening.at)}
        for opening in there
    )


def clock(moment):
    return time_format(timezone.localtime(moment), "TIME_FORMAT")
