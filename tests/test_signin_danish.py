"""Every word of signing in is Danish: the pages are ours, and the library's words are known."""

import gettext
from pathlib import Path

import allauth
import django
import pytest
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from babel.messages.extract import extract_from_dir
from django.conf import settings
from django.template.loader import get_template, render_to_string
from django.utils import translation

from kbh_radikalisering.signin import urls

LIBRARY = Path(allauth.__file__).parent
KEYWORDS = {"_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2)}
APPS = ["account", "mfa", "usersessions", "socialaccount/providers/openid_connect"]
# What the views say when something has been done.
MESSAGES = [
    "mfa/messages/recovery_codes_generated.txt",
    "mfa/messages/totp_activated.txt",
    "mfa/messages/totp_deactivated.txt",
    "mfa/messages/webauthn_added.txt",
    "mfa/messages/webauthn_removed.txt",
]


def danish():
    """Every message that has Danish, of the library, of Django or of ours."""
    django_s = Path(django.__file__).parent.glob("**/locale/da/LC_MESSAGES/django.mo")
    ours = [each / "da" / "LC_MESSAGES" / "django.mo" for each in settings.LOCALE_PATHS]
    library = LIBRARY / "locale" / "da" / "LC_MESSAGES" / "django.mo"
    found = set()
    for file in [*django_s, *ours, library]:
        with open(file, "rb") as compiled:
            keys = gettext.GNUTranslations(compiled)._catalog
        found |= {key[0] if isinstance(key, tuple) else key for key in keys}
    return found


@pytest.mark.parametrize("app", APPS)
def test_each_word_of_the_library_s_code_has_danish(app):
    said = {
        message[0] if isinstance(message, tuple) else message
        for _file, _line, message, *_rest in extract_from_dir(
            LIBRARY / app, method_map=[("**.py", "python")], keywords=KEYWORDS
        )
    }

    assert said - danish() == set()


def views():
    """The view of each sign-in page, out of what is put around it."""
    for pattern in urls.urlpatterns:
        view = pattern.callback
        while not hasattr(view, "view_class") and hasattr(view, "__wrapped__"):
            view = view.__wrapped__
        yield getattr(view, "view_class", None)


def test_each_page_is_a_template_of_ours():
    names = {
        view.template_name
        for view in views()
        if getattr(view, "template_name", None) is not None
    }

    # Digits alone, which need no translation.
    names.remove("mfa/recovery_codes/download.txt")
    found = {name: Path(get_template(name).origin.name) for name in names}
    ours = settings.BASE_DIR / "templates"

    assert len(found) > 10
    assert {name for name, file in found.items() if not file.is_relative_to(ours)} == set()


@pytest.mark.parametrize("name", MESSAGES)
def test_each_message_is_said_in_danish(name):
    said = {}
    for language in ["da", "en"]:
        with translation.override(language):
            said[language] = render_to_string(name, {}).strip()

    assert said["da"] != said["en"]


@pytest.mark.parametrize("adapter", [DefaultAccountAdapter, DefaultMFAAdapter])
def test_each_error_is_said_in_danish(adapter):
    with translation.override("en"):
        english = {key: str(text) for key, text in adapter.error_messages.items()}
    with translation.override("da"):
        danish = {key: str(text) for key, text in adapter.error_messages.items()}

    assert {key for key in english if english[key] == danish[key]} == set()
