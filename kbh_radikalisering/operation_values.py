"""How the text of a variable in operation.py becomes a value, as values.py has it."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from kbh_radikalisering import values


def replica(text):
    if text and not re.match(r"postgres(ql)?://", text):
        raise ValueError(text)
    return values.database(text)


def redis(text):
    if text and not re.match(r"(rediss?|unix)://[^/\s]*", text):
        raise ValueError(text)
    return text


def bucket(text):
    """The options of django-storages for a place such as s3://key:secret@host/bucket."""
    if not text:
        return None
    parts = urlsplit(text)
    schemes = {"s3": "https", "s3+http": "http"}
    region = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
    name = parts.path.removeprefix("/")
    is_whole = parts.scheme in schemes and parts.hostname and parts.username and parts.password
    if (
        not is_whole
        or not re.fullmatch(r"[a-z0-9][a-z0-9.-]+", name)
        or set(region) - {"region"}
    ):
        raise ValueError(text)
    host = parts.netloc.rpartition("@")[2]
    return {
        "endpoint_url": f"{schemes[parts.scheme]}://{host}",
        "bucket_name": name,
        "access_key": unquote(parts.username),
        "secret_key": unquote(parts.password),
        "region_name": region.get("region"),
        "addressing_style": "path",
    }


def opensearch(text):
    """Where it is, the name and password, whom it is vouched for by, and the index."""
    if not text:
        return None
    parts = urlsplit(text)
    more = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
    index = parts.path.removeprefix("/")
    if (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", index)
        or set(more) - {"ca"}
    ):
        raise ValueError(text)
    auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    host = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    return {"host": host, "auth": auth, "ca": more.get("ca"), "index": index}


def sentry(text):
    """The address of a project at a Sentry, with its public key."""
    parts = urlsplit(text)
    if text and not (parts.scheme in {"http", "https"} and parts.username and parts.path[1:]):
        raise ValueError(text)
    return text


def log_format(text):
    if text not in {"json", "text"}:
        raise ValueError(text)
    return text
