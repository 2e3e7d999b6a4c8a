"""Which words were taken out and which were put in: the only place that finds it out."""

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import takewhile

# Longer stretches are told whole: finding their differences takes too long.
LONGEST = 2000
# How many words around a change an excerpt has.
AROUND = 8
GAP = "…"


@dataclass(frozen=True)
class Piece:
    """Words in a row that are the same ("="), taken out ("-") or put in ("+")."""

    how: str
    text: str


def pieces(old, new):
    """The words `old` made into the words `new`, as a list of Piece."""
    start = alike(zip(old, new, strict=False))
    end = alike(zip(reversed(old[start:]), reversed(new[start:]), strict=False))
    middle = between(old[start : len(old) - end], new[start : len(new) - end])
    return [*same(old[:start]), *middle, *same(old[len(old) - end :])]


def alike(pairs):
    """How many of `pairs` are the same before the first that isn't."""
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def between(old, new):
    """The pieces of words that begin and end differently."""
    if max(len(old), len(new)) > LONGEST:
        return [*taken_out(old), *put_in(new)]
    found = []
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            found += same(old[a:b])
        else:
            found += [*taken_out(old[a:b]), *put_in(new[c:d])]
    return found


def same(words):
    return [Piece("=", " ".join(words))] if words else []


def taken_out(words):
    return [Piece("-", " ".join(words))] if words else []


def put_in(words):
    return [Piece("+", " ".join(words))] if words else []


def excerpt(found):
    """The pieces `found`; of what is the same only what stands by a change."""
    last = len(found) - 1
    return [
        replace(piece, text=near(piece.text.split(), index == 0, index == last))
        if piece.how == "="
        else piece
        for index, piece in enumerate(found)
    ]


def near(words, is_first, is_last):
    """`words` without those that are far from any change."""
    before = [] if is_first else words[:AROUND]
    after = [] if is_last else words[-AROUND:]
    if len(before) + len(after) >= len(words):
        return " ".join(words)
    return " ".join([*before, GAP, *after])
