"""What follows when somebody signs in or changes how they do."""

from allauth.account.signals import user_logged_in, user_logged_out
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from django.contrib.auth import signals as auth_signals

from . import municipal, notices, second_factor, security_log, sessions


def connect():
    auth_signals.user_logged_in.connect(sessions.begin)
    user_logged_in.connect(signed_in)
    user_logged_out.connect(signed_out)
    signals.authenticator_used.connect(used)
    signals.authentication_failed.connect(failed)
    signals.authenticator_added.connect(added)
    signals.authenticator_removed.connect(removed)
    signals.authenticator_reset.connect(renewed)


def signed_in(request, user, sociallogin=None, **kwargs):
    if sociallogin and municipal.gave_second_factor(sociallogin):
        second_factor.confirm(request, user)
    security_log.note(request, "signed in", user)


def signed_out(request, user, **kwargs):
    if user:
        security_log.note(request, "signed out", user)


def used(request, user, **kwargs):
    second_factor.confirm(request, user)


def failed(request, user, **kwargs):
    security_log.warn(request, "wrong code", user)


def added(request, user, authenticator, **kwargs):
    # Recovery codes come with the first of the others, and are none themselves.
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        second_factor.confirm(request, user)
        tell(request, "second factor added", user, authenticator)


def removed(request, user, authenticator, **kwargs):
    if not second_factor.has_one(user):
        second_factor.forget(request)
    tell(request, "second factor removed", user, authenticator)


def renewed(request, user, authenticator, **kwargs):
    tell(request, "recovery codes renewed", user, authenticator)


def tell(request, what, user, authenticator):
    """In the audit log too, where administrators see it, and by mail."""
    security_log.note(request, what, user)
    notices.second_step_changed(user, what, by=user, kind=authenticator.type)
