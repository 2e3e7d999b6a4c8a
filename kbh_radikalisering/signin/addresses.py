"""Which addresses are the admin's, and which of them lead into it."""

from django.conf import settings

# Below the admin's address, what those may see who have not come all the way in.
ON_THE_WAY = ("login/", "logout/", "konto/")


def is_of_admin(path):
    return path.startswith(f"/{settings.ADMIN_PATH}/")


def is_on_the_way(path):
    return path.removeprefix(f"/{settings.ADMIN_PATH}/").startswith(ON_THE_WAY)
