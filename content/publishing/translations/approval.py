"""What the English was approved against, and what that makes of it."""

from typing import NamedTuple

from content.publishing.models import Translation

State = Translation.State


class Approval(NamedTuple):
    """The columns of a Translation that remember."""

    approved: str = ""
    danish_sha256: str = ""
    english_sha256: str = ""

    @classmethod
    def known(cls, translation):
        return cls(*(getattr(translation, name) for name in cls._fields))

    @classmethod
    def given(cls, text):
        """The English of `text` says what its Danish does."""
        return cls(text.danish, text.danish_sha256, text.english_sha256)


def approval_of(text, known=None):
    """
    The approval that `text` has, after the one that was `known` of it before.

    Whoever writes English writes it to the Danish that stands beside it.
    """
    if not text.english_sha256:
        return Approval()
    if known is None or known.english_sha256 != text.english_sha256:
        return Approval.given(text)
    return known


def state_of(text, approval):
    if not text.danish_sha256:
        return ""
    if not text.english_sha256:
        return State.MISSING
    return State.CURRENT if text.danish_sha256 == approval.danish_sha256 else State.OUTDATED
