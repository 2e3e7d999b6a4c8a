"""A line a fact: JSON for machines that collect logs, or plain for a person who reads."""

import json
import logging
from datetime import UTC, datetime
from functools import lru_cache
from json.encoder import encode_basestring as quoted

from . import request_id
from .exceptions import described
from .masking import masked


def moment(at):
    return of_millisecond(int(at * 1000))


# On a busy day many lines are of the same.
@lru_cache(maxsize=8)
def of_millisecond(number):
    second, rest = divmod(number, 1000)
    return f"{datetime.fromtimestamp(second, UTC):%Y-%m-%dT%H:%M:%S}.{rest:03d}+00:00"


# One for all lines: json.dumps makes a new one each time.
json_line = json.JSONEncoder(ensure_ascii=False).encode


def text_line(facts):
    """The facts of a record or a request, most of which say by themselves what they are."""
    said = {name: value for name, value in facts.items() if name != "exception"}
    first = " ".join(worded(name, value) for name, value in said.items() if value != "")
    return "\n".join([first, *facts.get("exception", "").splitlines()])


def worded(name, value):
    # One line, whatever somebody has put into it.
    plain = str(value).replace("\n", "\\n").replace("\r", "\\r")
    return f"{name}={plain}" if name in {"bytes", "ms", "id", "from", "edition"} else plain


def json_request(time, method, path, status, size, ms, name):
    """As json_line, in a fifth of its time: more requests than anything else are told of."""
    return (
        f'{{"time": "{time}", "method": {quoted(method)}, "path": {quoted(path)}, '
        f'"status": {status}, "bytes": {size}, "ms": {ms}, "id": {quoted(name)}}}'
    )


def text_request(*values):
    return text_line(dict(zip(REQUEST, values, strict=True)))


# What is told of a request, in this order.
REQUEST = ("time", "method", "path", "status", "bytes", "ms", "id")
LINES = {"json": json_line, "text": text_line}
REQUEST_LINES = {"json": json_request, "text": text_request}


class Lines(logging.Formatter):
    """`form` is a key of LINES."""

    def __init__(self, form):
        super().__init__()
        self.line = LINES[form]

    def format(self, record):
        facts = {
            "time": moment(record.created),
            "level": record.levelname,
            "logger": record.name,
            "message": masked(record.getMessage()),
            "id": request_id.current.get(),
        }
        if record.exc_info and record.exc_info[1]:
            facts["exception"] = masked(described(record.exc_info[1]))
        return self.line(facts)
