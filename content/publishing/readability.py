"""
How hard a text is to read: LIX (C. H. Björnsson, "Läsbarhet", 1968).

LIX is the mean number of words in a sentence plus the percentage of words that are
long, which means more than six letters. Below 25 is a children's book, below 35 easy,
below 45 ordinary, below 55 hard; above that stands officialese.

Texts come as plain text, where each line is a heading, a paragraph, an item or a cell:
`lines` of `prose.tree` makes them of rich text. A sentence ends with its line, or at
. ! ? : where no small letter follows, so neither at "3. april" nor at "kl. 8".
"""

import re
from heapq import nlargest

LONG = 7
# With a hyphen, an apostrophe, a decimal point or an abbreviation's stops inside.
WORD = re.compile(r"[^\W_]+(?:[-.,'’][^\W_]+)*")
END = re.compile(r"""[.!?:…]+["”’»)]*\s+(?!["“„«(]*[a-zæøåäöéü])""")
# Those that a figure or a name may follow; at "osv." or "m.m." a sentence often ends.
ABBREVIATIONS = {
    "art.",
    "bl.a.",
    "ca.",
    "d.",
    "dr.",
    "e.g.",
    "f.eks.",
    "i.e.",
    "jf.",
    "kl.",
    "mio.",
    "mr.",
    "mrs.",
    "nr.",
    "pkt.",
    "stk.",
}


def lix(text):
    """The LIX of `text`; 0 for a text without words."""
    return sum(share for _sentence, share in shares(text))


def hardest_sentences(text, n):
    """The `n` sentences that raise the LIX of `text` most, the hardest first."""
    hardest = nlargest(n, shares(text), key=lambda each: each[1])
    return [sentence for sentence, _share in hardest]


def shares(text):
    """Each sentence with its part of the LIX: together they are the LIX of `text`."""
    found = [(sentence, WORD.findall(sentence)) for sentence in sentences(text)]
    total = sum(len(words) for _sentence, words in found)
    return [
        (sentence, len(words) / len(found) + 100 * sum(map(is_long, words)) / total)
        for sentence, words in found
    ]


def is_long(word):
    return sum(map(str.isalpha, word)) >= LONG


def sentences(text):
    pieces = [piece for line in text.splitlines() for piece in split(line)]
    return [piece for piece in pieces if WORD.search(piece)]


def split(line):
    start = 0
    for end in END.finditer(line):
        piece = line[start : end.end()].strip()
        if piece.split()[-1].lower() not in ABBREVIATIONS:
            yield piece
            start = end.end()
    yield line[start:].strip()
