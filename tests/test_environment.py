import os
import re
import stat
import subprocess
import sys
from ast import literal_eval
from pathlib import Path

import pytest

from kbh_radikalisering import environment
from kbh_radikalisering.variable import WrongEnvironment
from kbh_radikalisering.variables import VARIABLES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
LONG = "0123456789" * 5
HTTPS_SETTINGS = [
    "SECURE_SSL_REDIRECT",
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SECURE_HSTS_SECONDS",
    "SESSION_COOKIE_NAME",
]


def settings_of_a_new_process(names, **environ):
    """The values of the settings `names`, and what was said when it went wrong."""
    code = f"from django.conf import settings; print([getattr(settings, n) for n in {names}])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "kbh_radikalisering.settings", **environ},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip(), done.stderr.strip().rpartition("WrongEnvironment: ")[2]


def test_the_table_in_the_readme_lists_every_variable_with_what_to_set():
    rows = re.findall(r"^\| (`[A-Z].*?) \| (.*) \| (.*) \|$", README, re.MULTILINE)

    assert rows == [
        (
            f"`{variable.name}`"
            + (f" or `{variable.name}_FILE`" if variable.confidential else ""),
            variable.expects,
            variable.unset or f"`{variable.default}`",
        )
        for variable in VARIABLES
    ]


def test_the_environment_is_read_in_one_place():
    folders = [ROOT / "kbh_radikalisering", ROOT / "content"]
    files = [file for folder in folders for file in folder.rglob("*.py")]

    readers = {file.name for file in files if "os.environ" in file.read_text()}

    # wsgi.py is Django's own, and only says where the settings are.
    assert readers == {"environment.py", "wsgi.py"}


def test_nothing_needs_to_be_set():
    assert environment.read({}) == {
        "SITE_URL": "",
        "DEBUG": False,
        "SECRET_KEY": "",
        "ALLOWED_HOSTS": [],
        "TRUSTED_PROXIES": ["127.0.0.1/32", "::1/128"],
        "DATA_DIR": ROOT / "var",
        "STATIC_ROOT": None,
        "DATABASE_URL": None,
        "BIND": "127.0.0.1",
        "PORT": 8000,
        "WEB_CONCURRENCY": 2,
        "WEB_THREADS": 32,
        "SEARCH_LIMIT": 60,
        "LOG_FORMAT": "json",
        "METRICS_PORT": None,
        "SENTRY_DSN": "",
        "DATABASE_CONNECTIONS": 16,
        "DATABASE_REPLICA_URL": None,
        "REDIS_URL": "",
        "OPENSEARCH_URL": None,
        "MEDIA_STORAGE": None,
        "EMAIL_URL": None,
        "MAIL_FROM": "",
        "BACKUP_KEY": [],
        "ADMIN_PATH": "admin",
        "ADMIN_NETWORKS": [],
        "SECOND_FACTOR": "required",
        "OIDC_ISSUER": "",
        "OIDC_CLIENT_ID": "",
        "OIDC_CLIENT_SECRET": "",
        "OIDC_NAME": "Københavns Kommune",
        "OIDC_SECOND_FACTOR": ["mfa"],
        "FALLBACK_PHONE": "+4533172929",
    }


def test_an_empty_variable_is_an_unset_one():
    assert environment.read({"PORT": " "})["PORT"] == 8000


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITE_URL", "forebyggelse.example.dk"),
        ("SITE_URL", "ftp://forebyggelse.example.dk"),
        ("SITE_URL", "https://"),
        ("SITE_URL", "https://forebyggelse.example.dk/sti/"),
        ("SITE_URL", "https://forebyggelse.example.dk/?q=1"),
        ("SITE_URL", "https://user:password@forebyggelse.example.dk"),
        ("SITE_URL", "https://forebyggelse.example.dk:port"),
        ("DEBUG", "true"),
        ("ALLOWED_HOSTS", "*"),
        ("ALLOWED_HOSTS", ".example.dk"),
        ("ALLOWED_HOSTS", "https://forebyggelse.example.dk"),
        ("TRUSTED_PROXIES", "proxy"),
        ("TRUSTED_PROXIES", "*"),
        ("BIND", "localhost"),
        ("PORT", "http"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("WEB_CONCURRENCY", "0"),
        ("WEB_THREADS", "-1"),
        ("DATABASE_CONNECTIONS", "0"),
        ("LOG_FORMAT", "xml"),
        ("METRICS_PORT", "0"),
        ("ADMIN_PATH", "Admin"),
        ("ADMIN_PATH", "/admin/"),
        ("SECOND_FACTOR", "0"),
        ("OIDC_ISSUER", "login.example.dk"),
        ("OIDC_ISSUER", "http://login.example.dk"),
    ],
)
def test_a_wrong_value_is_answered_with_what_to_set(name, value):
    expects = next(each.expects for each in VARIABLES if each.name == name)

    with pytest.raises(WrongEnvironment) as caught:
        environment.read({name: value})

    assert str(caught.value) == f"{name} is set to {value!r}. Set it to {expects}."


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "hunter2"),
        ("REDIS_URL", "http://hunter2@host"),
        ("MEDIA_STORAGE", "https://key:hunter2@host/bucket"),
        ("MEDIA_STORAGE", "s3://key:hunter2@host"),
        ("MEDIA_STORAGE", "s3://host/bucket"),
        ("MEDIA_STORAGE", "s3://key:hunter2@host/bucket?acl=public"),
        ("SENTRY_DSN", "https://sentry.example.dk/hunter2"),
        ("SECRET_KEY", "a" * 60),
        ("DATABASE_URL", "mysql://user:hunter2@host/name"),
        ("DATABASE_URL", "postgres://user:hunter2@host:port/name"),
        ("DATABASE_URL", "postgres://user:hunter2@host"),
    ],
)
def test_a_wrong_secret_is_not_repeated(name, value):
    expects = next(each.expects for each in VARIABLES if each.name == name)

    with pytest.raises(WrongEnvironment) as caught:
        environment.read({name: value})

    assert str(caught.value) == f"{name} cannot be used. Set it to {expects}."


def test_a_secret_is_read_from_the_file_that_is_named(tmp_path):
    file = tmp_path / "secret"
    file.write_text(f"{LONG}\n")

    assert environment.read({"SECRET_KEY_FILE": str(file)})["SECRET_KEY"] == LONG


def test_only_secrets_are_read_from_files(tmp_path):
    file = tmp_path / "port"
    file.write_text("9000")

    assert environment.read({"PORT_FILE": str(file)})["PORT"] == 8000


def test_a_secret_that_is_set_twice_stops_the_start(tmp_path):
    with pytest.raises(WrongEnvironment) as caught:
        environment.read({"SECRET_KEY": LONG, "SECRET_KEY_FILE": str(tmp_path / "secret")})

    assert str(caught.value) == "Set SECRET_KEY or SECRET_KEY_FILE, not both."


def test_a_secret_file_that_cannot_be_read_stops_the_start(tmp_path):
    file = tmp_path / "missing"

    with pytest.raises(WrongEnvironment) as caught:
        environment.read({"SECRET_KEY_FILE": str(file)})

    assert str(caught.value) == (
        f"SECRET_KEY_FILE is set to {str(file)!r}, which cannot be read. Set it to a file "
        "that holds a random text of at least 50 characters."
    )


def test_the_secret_key_is_made_once_and_only_the_owner_reads_it(tmp_path):
    folder = tmp_path / "new"

    first = environment.generated_secret(folder)

    assert len(first) == 86
    assert environment.generated_secret(folder) == first
    assert [file.name for file in folder.iterdir()] == ["secret_key"]
    assert stat.S_IMODE(os.stat(folder / "secret_key").st_mode) == 0o600


def test_a_data_folder_that_cannot_be_made_stops_the_start(tmp_path):
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "data"

    with pytest.raises(WrongEnvironment) as caught:
        environment.generated_secret(folder)

    assert str(caught.value) == (
        f"The folder {str(folder)!r} cannot be written to. Set DATA_DIR to a folder that "
        "the site may write to."
    )


def test_without_https_everything_has_a_default(tmp_path):
    names = ["SITE_URL", "ALLOWED_HOSTS", *HTTPS_SETTINGS]

    assert settings_of_a_new_process(names, DATA_DIR=str(tmp_path), PORT="8123") == (
        "['http://127.0.0.1:8123', ['127.0.0.1', '127.0.0.1', 'localhost', '[::1]'], "
        "False, False, False, 0, 'sessionid']",
        "",
    )


def test_the_address_alone_decides_what_https_decides():
    names = ["SITE_URL", "ALLOWED_HOSTS", *HTTPS_SETTINGS]

    assert settings_of_a_new_process(
        names, SITE_URL="https://example.dk", SECRET_KEY=LONG, ALLOWED_HOSTS="example.dk"
    ) == (
        "['https://example.dk', ['example.dk'], True, True, True, 63072000, '__Host-session']",
        "",
    )


@pytest.mark.parametrize(
    ("environ", "sentence"),
    [
        (
            {"ALLOWED_HOSTS": "example.dk"},
            "SECRET_KEY is not set. Set it to a random text of at least 50 characters.",
        ),
        (
            {"SECRET_KEY": LONG},
            "ALLOWED_HOSTS is not set. Set it to the host names that the site answers to, "
            "with commas between them.",
        ),
        (
            {"SECRET_KEY": LONG, "ALLOWED_HOSTS": "other.dk"},
            "ALLOWED_HOSTS leaves out example.dk, the host of SITE_URL. Set it to all the "
            "host names that the site answers to, with commas between them.",
        ),
        (
            {"SECRET_KEY": LONG, "ALLOWED_HOSTS": "example.dk", "DEBUG": "1"},
            "DEBUG is 1 while SITE_URL is https, which would show the site's settings to "
            "everyone. Set DEBUG to 0.",
        ),
        (
            {"SECRET_KEY": LONG, "ALLOWED_HOSTS": "example.dk", "SECOND_FACTOR": "postponed"},
            "SECOND_FACTOR is postponed while SITE_URL is https: a password alone would open "
            "the admin. Set SECOND_FACTOR to required.",
        ),
    ],
)
def test_with_https_nothing_is_left_to_chance(environ, sentence):
    environ |= {"SITE_URL": "https://example.dk"}

    assert settings_of_a_new_process(["SITE_URL"], **environ) == ("", sentence)


@pytest.mark.parametrize(
    ("url", "host", "port", "user", "password", "ssl", "tls"),
    [
        ("smtp://mail.example.dk", "mail.example.dk", 587, "", "", False, True),
        (
            "smtp://u%40x:p%2Fw@mail.example.dk:25",
            "mail.example.dk",
            25,
            "u@x",
            "p/w",
            False,
            True,
        ),
        ("smtps://u:p@mail.example.dk", "mail.example.dk", 465, "u", "p", True, False),
        ("smtp://127.0.0.1:1025/?tls=0", "127.0.0.1", 1025, "", "", False, False),
    ],
)
def test_the_mail_server_is_encrypted_unless_it_is_said_not_to_be(
    url, host, port, user, password, ssl, tls
):
    assert environment.read({"EMAIL_URL": url})["EMAIL_URL"] == {
        "EMAIL_HOST": host,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": user,
        "EMAIL_HOST_PASSWORD": password,
        "EMAIL_USE_SSL": ssl,
        "EMAIL_USE_TLS": tls,
    }


@pytest.mark.parametrize(
    "url",
    [
        "mail.example.dk",
        "http://mail.example.dk",
        "smtp://",
        "smtp://mail.example.dk:x",
        "smtp://mail.example.dk:99999",
        "smtp://mail.example.dk/path",
        "smtp://mail.example.dk/?tls=1",
        "smtps://mail.example.dk/?tls=0",
        "smtp://mail.example.dk/?nonsense",
    ],
)
def test_a_mail_server_that_can_t_be_right_is_refused_without_its_password(url):
    with pytest.raises(WrongEnvironment, match=r"^EMAIL_URL cannot be used\. Set it to "):
        environment.read({"EMAIL_URL": url})


def test_a_mail_server_needs_a_sender():
    _values, said = settings_of_a_new_process(["DEBUG"], EMAIL_URL="smtp://mail.example.dk")

    assert said.startswith("MAIL_FROM is not set.")


def test_mail_goes_to_the_server_that_is_named():
    values, said = settings_of_a_new_process(
        ["SENDS_MAIL", "EMAIL_HOST", "EMAIL_USE_TLS", "DEFAULT_FROM_EMAIL"],
        EMAIL_URL="smtp://mail.example.dk",
        MAIL_FROM="web@example.dk",
    )

    assert (values, said) == ("[True, 'mail.example.dk', True, 'web@example.dk']", "")


def test_each_database_is_reached_as_its_own_address_says(tmp_path):
    said, _error = settings_of_a_new_process(
        ["DATABASES"],
        DATA_DIR=str(tmp_path),
        DATABASE_URL="postgres://site@/site?host=one,two&target_session_attrs=read-write",
        DATABASE_REPLICA_URL="postgres://site@two/site?sslmode=require",
    )

    (databases,) = literal_eval(said)
    assert {
        name: [each["OPTIONS"].get(option) for option in ["target_session_attrs", "sslmode"]]
        for name, each in databases.items()
    } == {"default": ["read-write", None], "replica": [None, "require"]}


def test_so_many_connections_are_kept_as_are_asked_for():
    said, _error = settings_of_a_new_process(
        ["DATABASES"],
        DATABASE_URL="postgres://site@one/site",
        DATABASE_REPLICA_URL="postgres://site@two/site",
        DATABASE_CONNECTIONS="4",
    )

    (databases,) = literal_eval(said)
    kept = {name: each["OPTIONS"]["pool"]["max_size"] for name, each in databases.items()}
    assert kept == {"default": 4, "replica": 4}
