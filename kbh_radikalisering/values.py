"""How the text of an environment variable becomes a value; ValueError when it can't."""

import ipaddress
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kbh_radikalisering.backup import keys

BASE_DIR = Path(__file__).resolve().parent.parent


def boolean(text):
    try:
        return {"1": True, "0": False}[text]
    except KeyError:
        raise ValueError(text) from None


def positive(text):
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def minutes(text):
    """For a while, not for good."""
    number = int(text)
    if not 0 <= number <= 60:
        raise ValueError(text)
    return number


def port(text):
    number = positive(text)
    if number > 65535:
        raise ValueError(text)
    return number


def optional_port(text):
    return port(text) if text else None


def address(text):
    return str(ipaddress.ip_address(text))


def parts_of(text):
    return [part.strip() for part in text.split(",") if part.strip()]


def networks(text):
    return [str(ipaddress.ip_network(part)) for part in parts_of(text)]


def hosts(text):
    """Whole names only: a wildcard would let the visitor choose the host."""
    found = parts_of(text.lower())
    for host in found:
        if not re.fullmatch(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]", host):
            raise ValueError(text)
    return found


def folder(text):
    """From the project's own folder when it is not absolute."""
    return BASE_DIR / text if text else None


def site_url(text):
    """The origin alone: a path, a query or a password in it is a mistake."""
    if not text:
        return ""
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        raise ValueError(text)
    if parts.path not in {"", "/"} or parts.query or parts.fragment or parts.port == 0:
        raise ValueError(text)
    return f"{parts.scheme}://{parts.netloc}"


def issuer(text):
    """Of an identity provider; by http on this machine alone, to try one out."""
    parts = urlsplit(text)
    is_here = parts.scheme == "http" and parts.hostname in {"localhost", "127.0.0.1"}
    if text and not (is_here or (parts.scheme == "https" and parts.hostname)):
        raise ValueError(text)
    return text.rstrip("/")


def database(text):
    """Django's settings for the database, or none for the default."""
    if not text:
        return None
    if not re.match(r"(sqlite|postgres|postgresql)://", text):
        raise ValueError(text)
    settings = dj_database_url.parse(text, conn_health_checks=True)
    if not settings["NAME"]:
        raise ValueError(text)
    return settings


# By the scheme and whether there is TLS: the usual port, and whether TLS comes first.
MAIL_SERVERS = {
    ("smtp", True): (587, False),
    ("smtp", False): (25, False),
    ("smtps", True): (465, True),
}


def mail(text):
    """Django's settings for the mail server, encrypted unless told not to; or none."""
    if not text:
        return None
    parts = urlsplit(text)
    tls = {"": True, "tls=0": False}.get(parts.query)
    if not parts.hostname or parts.path.strip("/") or tls is None:
        raise ValueError(text)
    try:
        port, is_wrapped = MAIL_SERVERS[parts.scheme, tls]
    except KeyError:
        raise ValueError(text) from None
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": is_wrapped,
        "EMAIL_USE_TLS": tls and not is_wrapped,
    }


def email(text):
    try:
        if text:
            validate_email(text)
    except ValidationError as error:
        raise ValueError(text) from error
    return text


def path(text):
    """Without the slashes around it."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise ValueError(text)
    return text


def second_factor(text):
    if text not in {"required", "postponed"}:
        raise ValueError(text)
    return text


def secret(text):
    """Long enough to be random: what Django's own deployment check asks for."""
    if text and (len(text) < 50 or len(set(text)) < 5):
        raise ValueError(text)
    return text


def phone(value):
    """A number that can be dialled from anywhere: +4533172929."""
    if not re.fullmatch(r"\+[1-9]\d{6,14}", value):
        raise ValueError(value)
    return value


def backup_keys(text):
    return keys.parse(text)
