"""Every word of the interface is in Danish, and what is shown is what was translated."""

import gettext
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = sorted(ROOT.glob("locale*/da/LC_MESSAGES/*.po"))

each_catalogue = pytest.mark.parametrize(
    "file", CATALOGUES, ids=lambda file: f"{file.parts[-4]}-{file.stem}"
)


def messages(file):
    """The catalogue's messages by what gettext calls them, with all plural forms."""
    with open(file, "rb") as source:
        catalogue = read_po(source, locale="da")
    found = {}
    for message in catalogue:
        if not message.id:
            continue
        ids = message.id if message.pluralizable else [message.id]
        texts = message.string if message.pluralizable else [message.string]
        key = f"{message.context}\x04{ids[0]}" if message.context else ids[0]
        if message.pluralizable:
            found |= {(key, number): text for number, text in enumerate(texts)}
        else:
            found[key] = texts[0]
    return found


@each_catalogue
def test_no_message_is_untranslated(file):
    assert [key for key, text in messages(file).items() if not text] == []


@each_catalogue
def test_no_message_is_a_guess(file):
    with open(file, "rb") as source:
        assert [
            each.id for each in read_po(source, locale="da") if each.id and each.fuzzy
        ] == []


@each_catalogue
def test_the_compiled_catalogue_is_current(file):
    with open(file.with_suffix(".mo"), "rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)._catalog

    assert {key: text for key, text in catalogue.items() if key} == messages(file)


@pytest.mark.skipif(
    not shutil.which("xgettext") and os.environ.get("CI") != "true",
    reason="xgettext was not found. Install gettext to look for new messages.",
)
def test_every_message_of_the_code_is_in_the_catalogue(tmp_path):
    copy = tmp_path / "copy"
    for part in ["content", "kbh_radikalisering", "templates", "locale", "locale_vendor"]:
        shutil.copytree(ROOT / part, copy / part)
    shutil.copy(ROOT / "manage.py", copy)

    subprocess.run(
        [sys.executable, "manage.py", "makemessages", "--locale=da", "--no-obsolete"],
        cwd=copy,
        check=True,
        capture_output=True,
        env=os.environ
        | {"PYTHONPATH": str(copy), "DJANGO_SETTINGS_MODULE": "kbh_radikalisering.settings"},
    )

    file = Path("locale/da/LC_MESSAGES/django.po")
    assert set(messages(copy / file)) == set(messages(ROOT / file))
