"""What has changed in a text, word by word."""

from difflib import SequenceMatcher
from typing import NamedTuple

# How many words around a change are shown.
AROUND = 8
GAP = "…"


class Piece(NamedTuple):
    """Some words, and whether they are "kept", "removed" or "added"."""

    kind: str
    text: str


def difference(old, new):
    """The pieces of two lists of words; of what is kept only what stands by a change."""
    pieces = []
    codes = SequenceMatcher(None, old, new).get_opcodes()
    for index, (code, start, end, new_start, new_end) in enumerate(codes):
        if code == "equal":
            is_first, is_last = index == 0, index == len(codes) - 1
            pieces.append(Piece("kept", shortened(old[start:end], is_first, is_last)))
            continue
        if removed := old[start:end]:
            pieces.append(Piece("removed", " ".join(removed)))
        if added := new[new_start:new_end]:
            pieces.append(Piece("added", " ".join(added)))
    return pieces


def shortened(kept, is_first, is_last):
    """`kept` without what is far from any change."""
    before = [] if is_first else kept[:AROUND]
    after = [] if is_last else kept[-AROUND:]
    if len(before) + len(after) >= len(kept):
        return " ".join(kept)
    return " ".join([*before, GAP, *after])
