"""Two texts beside each other, paragraph by paragraph."""

import string
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

from .words import pieces, put_in, taken_out

# How many of a text's new paragraphs are looked through for one of its old ones.
NEAR = 20


@dataclass(frozen=True)
class Line:
    """A paragraph and what became of it; or so many that are the same."""

    kind: str = ""
    pieces: tuple = ()
    same: int = 0


def lines(old, new):
    """What became of the blocks `old` when they were made into the blocks `new`."""
    found = []
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            found.append(Line(same=b - a))
        else:
            for before, after in paired(old[a:b], new[c:d]):
                found.append(line(before, after))
    return found


def paired(old, new):
    """Each old block with the new one that came of it; None where there is none."""
    if len(old) == len(new) == 1 and old[0].element == new[0].element:
        yield old[0], new[0]
        return
    start = 0
    for block in old:
        near = range(start, min(start + NEAR, len(new)))
        found = next((i for i in near if is_alike(block, new[i])), None)
        if found is None:
            yield block, None
            continue
        yield from ((None, each) for each in new[start:found])
        yield block, new[found]
        start = found + 1
    yield from ((None, each) for each in new[start:])


def is_alike(old, new):
    """Whether the two are one block written anew: a third of their words are the same."""
    if old.element != new.element:
        return False
    shared = (Counter(bare(old)) & Counter(bare(new))).total()
    return 6 * shared >= len(old.words) + len(new.words)


def bare(block):
    """The words without signs and capitals."""
    return [word.strip(string.punctuation).casefold() for word in block.words]


def line(old, new):
    if new is None:
        return Line(old.kind, tuple(taken_out(old.words)))
    if old is None:
        return Line(new.kind, tuple(put_in(new.words)))
    if not is_alike(old, new):
        # Marked word by word, nobody could read it.
        return Line(new.kind, (*taken_out(old.words), *put_in(new.words)))
    return Line(new.kind, tuple(pieces(old.words, new.words)))
