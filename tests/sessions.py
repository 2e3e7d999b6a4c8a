"""The one way to be signed in without going through the steps."""

import time

from django.contrib.auth.models import Group, User
from django.test import Client


def both_steps(session, user):
    """What a session holds when the second factor has been asked for as well."""
    session["second_factor"] = user.pk
    session["account_authentication_methods"] = [
        {"method": "mfa", "at": time.time(), "reauthenticated": True}
    ]
    session["account_authentication_methods_user"] = str(user.pk)


def cookie_of(user):
    """The value of the cookie with which a browser is signed in as `user`."""
    client = Client()
    client.force_login(user)
    session = client.session
    both_steps(session, user)
    session.save()
    return session.session_key


def print_cookie_of_new(name):
    """Of somebody who may do everything. Run by `manage.py shell` on a site's own data."""
    print(cookie_of(User.objects.create_superuser(name)))  # noqa: T201


def print_cookies_of_new(names):
    """The same of an editor of each role; `names` are their first names by role."""
    for role, name in names.items():
        user = User.objects.create_user(f"en-{role}", first_name=name, is_staff=True)
        user.groups.add(Group.objects.get(name=role))
        print(role, cookie_of(user))  # noqa: T201
