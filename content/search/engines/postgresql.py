"""PostgreSQL's full-text search: https://www.postgresql.org/docs/current/textsearch.html"""

from collections import defaultdict

from django.db import connection

FIND = """
    SELECT entry.id, entry.content_type_id FROM (
        SELECT entry_id, min(tier) AS tier, max(score) AS score FROM (
            (
                SELECT entry_id, 0 AS tier, ts_rank(lexemes, %(match)s::tsquery, 1) AS score
                FROM search_lexemes WHERE title @@ %(match)s::tsquery LIMIT %(limit)s
            )
            UNION ALL
            (
                SELECT entry_id, 1 AS tier, ts_rank(lexemes, %(match)s::tsquery, 1) AS score
                FROM search_lexemes WHERE lexemes @@ %(match)s::tsquery LIMIT %(limit)s
            )
        ) AS hits
        GROUP BY entry_id ORDER BY 2, 3 DESC, 1 LIMIT %(limit)s
    ) AS best
    JOIN search_searchentry AS entry ON entry.id = entry_id
    ORDER BY tier, score DESC, entry.id
"""
FIND_IN_TITLES = """
    SELECT entry.id, entry.content_type_id FROM (
        SELECT entry_id, ts_rank(title, %(match)s::tsquery, 1) AS score
        FROM search_lexemes WHERE title @@ %(match)s::tsquery LIMIT %(limit)s
    ) AS hits
    JOIN search_searchentry AS entry ON entry.id = entry_id
    ORDER BY score DESC, entry.id
"""


def store(entries):
    """Index (key, lexemes of the title, lexemes of the text) for each entry."""
    rows = [(key, vector(title, []), vector(title, text)) for key, title, text in entries]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_lexemes (entry_id, title, lexemes)"
            " VALUES (%s, %s::tsvector, %s::tsvector)",
            rows,
        )


def remove(keys):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_lexemes WHERE entry_id = ANY(%s)", [keys])


def clear():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_lexemes")


def find(words, limit):
    """
    The entries that hold one lexeme of each of `words`, best first, as (key, content type).

    Titles come before texts. No more than `limit` of each are ranked, so a word
    that stands on every page costs no more than a rare one.
    """
    return hits(FIND, match=matching(words), limit=limit)


def find_in_titles(words, limit):
    return hits(FIND_IN_TITLES, match=matching(words), limit=limit)


def vector(title, text):
    """A tsvector as it is written: 'lexeme':1A,7 with A for a place in the title."""
    places = defaultdict(list)
    for place, lexeme in enumerate(title, start=1):
        places[lexeme].append(f"{place}A")
    for place, lexeme in enumerate(text, start=len(title) + 1):
        places[lexeme].append(str(place))
    return " ".join(f"'{lexeme}':{','.join(found)}" for lexeme, found in places.items())


def matching(words):
    """A tsquery as it is written; lexemes hold letters and digits only, so nothing escapes."""
    return " & ".join(
        "({})".format(" | ".join(f"'{lexeme}'" for lexeme in lexemes)) for lexemes in words
    )


def hits(sql, **parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
