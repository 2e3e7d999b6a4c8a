"""The site's own settings, with what would only slow the tests left out."""

import os
import tempfile
from datetime import timedelta

# Of each process its own: the tests of two cores don't see each other's files.
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="kbh-tests-")
os.environ.setdefault("SECRET_KEY", "tests-only-" * 5)

from kbh_radikalisering.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"]["BACKEND"] = (  # noqa: F405
    "django.contrib.staticfiles.storage.StaticFilesStorage"
)
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
WHITENOISE_USE_FINDERS = True
# Tests that move the clock stay signed in; tests/test_sessions.py has the true limits.
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60
SIGNED_IN_AT_MOST = timedelta(days=14)
# Whether the municipality signs in by its own provider, each test says for itself.
INSTALLED_APPS += ["allauth.socialaccount.providers.openid_connect"]  # noqa: F405
