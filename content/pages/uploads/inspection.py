from dataclasses import dataclass

from django.core.exceptions import ValidationError


@dataclass(frozen=True)
class Inspection:
    """What was found in a file."""

    # The file as it is to be stored.
    content: bytes
    page_count: int | None = None
    # False when a screen reader finds nothing to read; None when that is not known.
    is_readable: bool | None = None
    # What the file says of itself: "" when it says nothing, None when it can't.
    title: str | None = None
    language: str | None = None


def refusal(code, message, **params):
    return ValidationError(message, code=code, params=params)
