"""A column's value as JSON, to the last digit and microsecond, and back."""

import base64
import json
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import singledispatch
from uuid import UUID

from django.utils.duration import duration_iso_string


def encode(row):
    """One line for one row."""
    return json.dumps(row, default=as_text, ensure_ascii=False, separators=(",", ":")).encode()


def decode(line):
    return json.loads(line)


@singledispatch
def as_text(value):
    raise TypeError(f"A backup has no form for {type(value).__name__}.")


@as_text.register
def _(value: datetime):
    return value.astimezone(UTC).isoformat()


@as_text.register(date)
@as_text.register(time)
def _(value):
    return value.isoformat()


@as_text.register
def _(value: timedelta):
    return duration_iso_string(value)


@as_text.register(Decimal)
@as_text.register(UUID)
def _(value):
    return str(value)


@as_text.register(bytes)
@as_text.register(memoryview)
def _(value):
    return base64.b64encode(value).decode()
