"""
The environment variables that the site reads, each declared once.

`VARIABLES` is also what the table in README.md is held against, so a variable
that is read and not described there fails a test.
"""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Variable:
    """One variable: how to read it, what it is when unset, and what to set."""

    name: str
    default: str
    parse: Callable[[str], Any]
    expects: str

    def read(self, environ=os.environ):
        """The parsed value; ImproperlyConfigured names the remedy."""
        value = environ.get(self.name, "").strip() or self.default
        try:
            return self.parse(value)
        except ValueError as error:
            raise ImproperlyConfigured(
                f"{self.name} is set to {value!r}. Set it to {self.expects}."
            ) from error


def boolean(value):
    try:
        return {"1": True, "0": False}[value]
    except KeyError:
        raise ValueError(value) from None


def port(value):
    number = int(value)
    if not 1 <= number <= 65535:
        raise ValueError(value)
    return number


def positive(value):
    number = int(value)
    if number < 1:
        raise ValueError(value)
    return number


def names(value):
    return [name.strip() for name in value.split(",") if name.strip()]


def site_url(value):
    """The origin alone: a path, a query or a password in it is a mistake."""
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(value)
    if parts.path not in {"", "/"} or parts.query or parts.fragment or parts.username:
        raise ValueError(value)
    return f"{parts.scheme}://{parts.netloc}"


def database_url(value):
    scheme = value.partition("://")[0]
    if value and scheme not in {"sqlite", "postgres", "postgresql"}:
        raise ValueError(value)
    return value


def secret(value):
    """Long enough to be random; Django's own check warns below 50 characters."""
    if value and len(value) < 50:
        raise ValueError(value)
    return value


VARIABLES = [
    Variable(
        "SITE_URL",
        "http://127.0.0.1:8000",
        site_url,
        "the site's own origin, such as https://forebyggelse.example.dk",
    ),
    Variable("DEBUG", "0", boolean, "1 for local development, else 0"),
    Variable("SECRET_KEY", "", secret, "a random text of at least 50 characters"),
    Variable(
        "ALLOWED_HOSTS",
        "",
        names,
        "the host names that the site answers to, with commas between them",
    ),
    Variable(
        "DATA_DIR",
        str(BASE_DIR / "var"),
        Path,
        "a folder that the site may write to",
    ),
    Variable(
        "DATABASE_URL",
        "",
        database_url,
        "postgres://user:password@host:5432/name, or leave it unset for SQLite",
    ),
    Variable("PORT", "8000", port, "a port number from 1 to 65535"),
    Variable("WEB_CONCURRENCY", "2", positive, "the number of worker processes"),
]


def read(environ=os.environ):
    """Every variable by its name."""
    return {variable.name: variable.read(environ) for variable in VARIABLES}


def generated_secret(data_dir):
    """The secret key of this data folder, made the first time it is asked for."""
    file = data_dir / "secret_key"
    if not file.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        # Created readable by the owner alone; "x" lets the first of two starts win.
        with open(file, "x", opener=lambda path, flags: os.open(path, flags, 0o600)) as new:
            new.write(secrets.token_urlsafe(64))
    return file.read_text()
