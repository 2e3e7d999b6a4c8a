"""A line a fact: JSON for machines that collect logs, or plain for a person who reads."""

import json
import logging
from datetime import UTC, datetime

from . import request_id
from .exceptions import described
from .masking import masked


def moment(at):
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")


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


LINES = {"json": json_line, "text": text_line}


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
