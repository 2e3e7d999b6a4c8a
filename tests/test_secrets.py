"""Secrets come from the environment or from files, and are written down nowhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kbh_radikalisering.backup import keys
from kbh_radikalisering.variables import VARIABLES

ROOT = Path(__file__).parent.parent
CONFIDENTIAL = [variable.name for variable in VARIABLES if variable.confidential]
# What holds a secret, by what it is called; a public key's name may say so too.
SOUNDS_SECRET = re.compile(
    r"KEY|SECRET|PASSWORD|TOKEN|DSN|(DATABASE|REPLICA|EMAIL|REDIS|SEARCH)_URL|STORAGE"
)

SECRET_BACKUP_KEY, _PUBLIC = keys.new()
GIVEN = {
    "SECRET_KEY": "hemmelig-signatur-" + "0123456789" * 4,
    "DATABASE_URL": "postgres://site:hemmelig-database@127.0.0.1:9/site",
    "SENTRY_DSN": "http://hemmelig-fejl@127.0.0.1:9/1",
    "DATABASE_REPLICA_URL": "postgres://site:hemmelig-kopi@127.0.0.1:9/site",
    "REDIS_URL": "redis://:hemmelig-redis@127.0.0.1:9/0",
    "OPENSEARCH_URL": "http://site:hemmelig-opensearch@127.0.0.1:9/site",
    "MEDIA_STORAGE": "s3+http://key:hemmelig-lager@127.0.0.1:9/bucket",
    "EMAIL_URL": "smtp://web:hemmelig-post@127.0.0.1:9",
    "BACKUP_KEY": SECRET_BACKUP_KEY,
    "OIDC_CLIENT_SECRET": "hemmelig-udbyder",
}
HIDDEN = re.compile(rf"hemmelig-\w+|{SECRET_BACKUP_KEY}|AGE-SECRET")

# Everything goes wrong that can: the page, the mail, and the report that Django would make.
ALL_GOES_WRONG = """
import logging, sys, django
logging.captureWarnings(True)
logging.basicConfig(level=logging.DEBUG)
django.setup()
from django.conf import settings
from django.core.mail import send_mail
from django.db import connection
from django.http import HttpRequest
from django.test import Client
from django.views.debug import ExceptionReporter
client = Client(raise_request_exception=False)
print(client.get("/strategi/").status_code)
for act in (lambda: send_mail("x", "y", None, ["z@example.dk"]), connection.connect):
    try:
        act()
    except Exception:
        logging.exception("It went wrong")
        report = ExceptionReporter(HttpRequest(), *sys.exc_info())
        print(report.get_traceback_text(), report.get_traceback_html())
"""


def run(*arguments, **environ):
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "kbh_radikalisering.settings", **environ},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_what_sounds_secret_is_treated_so():
    sounding = [each.name for each in VARIABLES if SOUNDS_SECRET.search(each.name)]

    assert sounding == CONFIDENTIAL


def test_each_secret_has_an_example_here():
    assert set(GIVEN) == set(CONFIDENTIAL)


@pytest.mark.parametrize("name", CONFIDENTIAL)
def test_each_secret_can_come_from_a_file(tmp_path, name):
    file = tmp_path / "secret"
    file.write_text(f"{GIVEN[name]}\n")
    variable = next(each for each in VARIABLES if each.name == name)

    assert variable.text({f"{name}_FILE": str(file)}) == GIVEN[name]


def test_no_secret_is_written_down_when_everything_goes_wrong(tmp_path):
    said = run(
        "-c", ALL_GOES_WRONG, **GIVEN, MAIL_FROM="web@example.dk", DATA_DIR=str(tmp_path)
    )

    assert "It went wrong" in said
    assert "connection refused" in said.lower()
    assert HIDDEN.findall(said) == []


@pytest.mark.parametrize(
    "command", [["start"], ["check", "--deploy"], ["backup", "x.tar"], ["migrate"]]
)
def test_no_command_shows_a_secret(tmp_path, command):
    said = run(
        "manage.py",
        *command,
        **GIVEN,
        MAIL_FROM="web@example.dk",
        DATA_DIR=str(tmp_path),
        PORT="0" if command == ["start"] else "8000",
    )

    assert said != ""
    assert HIDDEN.findall(said) == []


def test_no_secret_is_in_the_repository():
    """Texts that look like one: long, random, and given to a name that sounds so."""
    found = subprocess.run(
        ["git", "grep", "-nIE", "AGE-SECRET-KEY-1[0-9A-Z]{20}|BEGIN [A-Z ]*PRIVATE KEY"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert [line for line in found.stdout.splitlines() if "test_secrets.py" not in line] == []
