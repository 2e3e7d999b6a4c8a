"""Which words were taken out and which were put in."""

from dataclasses import dataclass
from difflib import SequenceMatcher

# Longer paragraphs are told whole: finding their differences takes too long.
LONGEST = 2000


@dataclass(frozen=True)
class Piece:
    """Words in a row that are the same ("="), taken out ("-") or put in ("+")."""

    how: str
    text: str


def pieces(old, new):
    """The words `old` made into the words `new`, as a list of Piece."""
    if max(len(old), len(new)) > LONGEST:
        return [*taken_out(old), *put_in(new)]
    found = []
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            found.append(Piece("=", " ".join(old[a:b])))
        else:
            found += [*taken_out(old[a:b]), *put_in(new[c:d])]
    return found


def taken_out(words):
    return [Piece("-", " ".join(words))] if words else []


def put_in(words):
    return [Piece("+", " ".join(words))] if words else []
