"""
What the two databases' full-text engines have in common.

Each module here offers the same five functions: store, remove, clear, find and
find_in_titles. They know lexemes, not languages: the analysis is the same for both.
The table `search_lexemes` is made by this app's second migration.
"""

from django.db import connection

from . import postgresql, sqlite

ENGINES = {"sqlite": sqlite, "postgresql": postgresql}


def current():
    return ENGINES[connection.vendor]
