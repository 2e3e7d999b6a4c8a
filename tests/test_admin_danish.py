"""What the libraries say to an editor, they say in Danish."""

import gettext
import re
from importlib import resources
from pathlib import Path

import django
import pytest
from django.conf import settings

LIBRARIES = ["import_export", "django_prose_editor"]


def messages_of(*files):
    """The msgids of compiled catalogues, plural forms as one."""
    keys = set()
    for file in files:
        with open(file, "rb") as compiled:
            keys |= set(gettext.GNUTranslations(compiled)._catalog)
    return {key[0] if isinstance(key, tuple) else key for key in keys} - {""}


def ours(domain):
    return settings.BASE_DIR / "locale_vendor" / "da" / "LC_MESSAGES" / f"{domain}.mo"


def djangos(domain):
    contrib = Path(django.__file__).parent / "contrib" / "admin" / "locale" / "da"
    return contrib / "LC_MESSAGES" / f"{domain}.mo"


@pytest.mark.parametrize("library", LIBRARIES)
def test_each_string_of_the_library_has_danish(library):
    catalogues = resources.files(library).glob("locale/*/LC_MESSAGES/django.mo")

    missing = messages_of(*catalogues) - messages_of(ours("django"), djangos("django"))

    assert missing == set()


def test_each_string_of_the_editor_in_the_browser_has_danish():
    script = resources.files("django_prose_editor").joinpath(
        "static/django_prose_editor/editor.js"
    )
    source = script.read_text()
    name = re.search(r"([\w$]+)=window\.gettext\b", source)[1]
    called = set(re.findall(rf'\b{re.escape(name)}\("([^"]+)"\)', source))

    assert called
    assert called - messages_of(ours("djangojs")) == set()


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_the_compiled_catalogue_is_that_of_the_source(domain):
    source = ours(domain).with_suffix(".po").read_text()
    joined = re.sub(r'"\n"', "", source)
    written = {
        text.replace('\\"', '"') for text in re.findall(r'^msgid "(.+)"$', joined, re.MULTILINE)
    }

    assert messages_of(ours(domain)) == written
