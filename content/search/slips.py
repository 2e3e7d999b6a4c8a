"""The words that a slip of the finger makes of another."""

from string import ascii_lowercase

# A slip in a shorter word makes another word.
SHORTEST = 5


def neighbours(word):
    """
    All that is one letter away from `word`: left out, added, changed, or two swapped.

    Looking these up is quicker than comparing `word` with every word of the index.
    """
    if len(word) < SHORTEST or not word.isalpha():
        return set()
    halves = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    left_out = {start + end[1:] for start, end in halves if end}
    swapped = {start + end[1] + end[0] + end[2:] for start, end in halves if len(end) > 1}
    changed = {
        start + letter + end[1:] for start, end in halves if end for letter in ascii_lowercase
    }
    added = {start + letter + end for start, end in halves for letter in ascii_lowercase}
    return left_out | swapped | changed | added
