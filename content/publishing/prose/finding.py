from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    # The text can't be saved as it is.
    ERROR = "error"
    # The text can be saved, and the editor is told.
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """What a rule has to say of a text: what is wrong, and where."""

    code: str
    severity: Severity
    message: str
    excerpt: str


def error(code, message, excerpt):
    return Finding(code, Severity.ERROR, message, shortened(excerpt))


def warning(code, message, excerpt):
    return Finding(code, Severity.WARNING, message, shortened(excerpt))


def shortened(text):
    """Enough of `text` to find it by."""
    words = " ".join(text.split())
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"
