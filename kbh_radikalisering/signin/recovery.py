"""Starting again: for whoever has lost the password or the second factor."""

import secrets

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from . import notices


@transaction.atomic
def reset(user, *, by=None):
    """A password that is returned, no second factor, and signed out everywhere."""
    password = secrets.token_urlsafe(18)
    user.set_password(password)
    user.save()
    forget_second_factor(user, by=by)
    notices.password_changed(user, by=by)
    return password


@transaction.atomic
def forget_second_factor(user, *, by=None):
    """The next sign-in asks for a new one."""
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user)
    notices.second_step_changed(user, "second factor reset", by=by)


def end_sessions(*users):
    """How many there were. Read one by one: only a session itself says whose it is."""
    keys = {str(user.pk) for user in users}
    ended = [
        session.pk
        for session in Session.objects.iterator()
        if session.get_decoded().get(SESSION_KEY) in keys
    ]
    Session.objects.filter(pk__in=ended).delete()
    UserSession.objects.filter(user__in=users).delete()
    return len(ended)
