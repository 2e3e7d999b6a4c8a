"""What the inflections of a word have in common."""

import snowballstemmer

ALGORITHMS = {"da": "danish", "en": "english"}


def stem(word, language):
    # A stemmer keeps the word it works on, so each thread has its own: they cost nothing.
    return snowballstemmer.stemmer(ALGORITHMS[language]).stemWord(word)
