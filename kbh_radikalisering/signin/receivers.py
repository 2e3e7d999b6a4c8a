"""What follows when somebody signs in or changes how they do."""

from allauth.mfa import signals
from allauth.mfa.models import Authenticator

from . import second_factor


def connect():
    signals.authenticator_used.connect(used)
    signals.authenticator_added.connect(added)
    signals.authenticator_removed.connect(removed)


def used(request, user, **kwargs):
    second_factor.confirm(request, user)


def added(request, user, authenticator, **kwargs):
    # Recovery codes come with the first of the others, and are none themselves.
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        second_factor.confirm(request, user)


def removed(request, user, **kwargs):
    if not second_factor.has_one(user):
        second_factor.forget(request)
