import secrets

from django.contrib.auth import get_user_model

NAME = "administrator"


def make_first_account():
    """
    The name and password of the account that makes the others.

    None when somebody can sign in already: the account may have been renamed or
    removed since, and must not come back.
    """
    users = get_user_model().objects
    if users.exists():
        return None
    password = secrets.token_urlsafe(18)
    users.create_superuser(NAME, password=password)
    return NAME, password
