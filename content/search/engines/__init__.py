"""
Where entries are matched: by the database's full-text engine, or a server beside it.

Each of the databases' modules here offers the same five functions: store, remove, clear,
find and find_in_titles. They know lexemes, not languages: the analysis is the same for all.
The table `search_lexemes` is made by this app's second migration.
"""

from django.db import connection

from content.search.elsewhere import asking, telling

from . import postgresql, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def current():
    return ENGINES[connection.vendor]


def store(entries):
    """Of each entry its key, the lexemes of its title and those of its text."""
    entries = list(entries)
    current().store(entries)
    telling.mark([key for key, _title, _text in entries])


def remove(keys):
    current().remove(keys)
    telling.mark(keys)


def clear():
    current().clear()
    telling.mark_all()


def find(words, limit):
    found = asking.find(words, limit)
    return current().find(words, limit) if found is None else found


def find_in_titles(words, limit):
    found = asking.find_in_titles(words, limit)
    return current().find_in_titles(words, limit) if found is None else found
