import re

import pyrage
import pytest
from django.core.management import CommandError, call_command

from kbh_radikalisering import environment
from kbh_radikalisering.backup import keys

from . import content

SECRET, PUBLIC = keys.new()
OTHER_SECRET, OTHER_PUBLIC = keys.new()


def back_up(site, settings, key, path):
    settings.BACKUP_KEY = keys.parse(key)
    with site.at():
        call_command("backup", path)
    return path


def restore(site, settings, key, path):
    settings.BACKUP_KEY = keys.parse(key)
    with site.at():
        call_command("restore", path)


@pytest.mark.parametrize(
    "key", [PUBLIC, SECRET, f"{OTHER_PUBLIC}, {PUBLIC}"], ids=["public", "secret", "two"]
)
def test_what_was_encrypted_comes_back_with_the_secret_key(
    full, empty, settings, tmp_path, key
):
    path = back_up(full, settings, key, tmp_path / "backup")

    restore(empty, settings, f"{SECRET},{OTHER_PUBLIC}", path)

    with full.at():
        before = content.rows(), content.files(full)
    with empty.at():
        assert (content.rows(), content.files(empty)) == before


def test_nothing_of_the_site_is_read_without_the_key(full, settings, tmp_path):
    path = back_up(full, settings, PUBLIC, tmp_path / "backup")

    assert re.findall(rb"pages\.page|backup\.json|%PDF|PNG", path.read_bytes()) == []


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        (PUBLIC, "is encrypted. Set BACKUP_KEY to its secret key"),
        ("", "is encrypted. Set BACKUP_KEY to its secret key"),
        (OTHER_SECRET, "was encrypted for another key than BACKUP_KEY, or is damaged."),
    ],
    ids=["public", "none", "other"],
)
def test_without_the_key_it_is_said_which_one_is_needed(
    full, empty, settings, tmp_path, key, sentence
):
    path = back_up(full, settings, PUBLIC, tmp_path / "backup")

    with pytest.raises(CommandError, match=re.escape(sentence)):
        restore(empty, settings, key, path)


def test_the_format_is_that_of_age(full, backup, settings, tmp_path):
    path = back_up(full, settings, PUBLIC, tmp_path / "encrypted")

    plain = pyrage.decrypt(path.read_bytes(), keys.parse(SECRET))

    assert (plain[:11], len(plain)) == (b"backup.json", backup.stat().st_size)


def test_what_is_decrypted_is_left_nowhere(full, empty, settings, tmp_path):
    path = back_up(full, settings, PUBLIC, tmp_path / "backup")
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir()

    restore(empty, settings, SECRET, path)

    assert list(settings.DATA_DIR.iterdir()) == []


def test_the_keys_that_are_shown_are_a_pair(capsys):
    call_command("backup", new_key=True)

    secret, public = re.findall(r"^  (\S+)$", capsys.readouterr().out, re.MULTILINE)
    assert str(keys.parse(secret)[0].to_public()) == public


@pytest.mark.parametrize(
    "value",
    ["hunter2", PUBLIC[:-1], SECRET[:-1] + "x", f"{PUBLIC},x"],
    ids=["no-key", "short", "mistyped", "second"],
)
def test_a_key_that_is_none_stops_the_start_and_is_not_repeated(value):
    with pytest.raises(environment.WrongEnvironment) as caught:
        environment.read({"BACKUP_KEY": value})

    assert str(caught.value).startswith("BACKUP_KEY cannot be used. Set it to the public key")
    assert value not in str(caught.value)


def test_a_machine_on_which_nothing_is_there_yet_will_do(full, empty, settings, tmp_path):
    path = back_up(full, settings, PUBLIC, tmp_path / "backup")
    settings.DATA_DIR = tmp_path / "not" / "there"

    restore(empty, settings, SECRET, path)

    with empty.at():
        assert content.rows()["pages.page"] != []
