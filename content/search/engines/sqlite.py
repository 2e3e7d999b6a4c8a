"""FTS5, SQLite's full-text engine: https://sqlite.org/fts5.html"""

from django.db import connection

FIND = """
    SELECT entry.id, entry.content_type_id FROM (
        SELECT key, min(tier) AS tier, min(score) AS score FROM (
            SELECT * FROM (
                SELECT rowid AS key, 0 AS tier, bm25(search_lexemes, 10, 1) AS score
                FROM search_lexemes WHERE search_lexemes MATCH %(titles)s LIMIT %(limit)s
            )
            UNION ALL
            SELECT * FROM (
                SELECT rowid AS key, 1 AS tier, bm25(search_lexemes, 10, 1) AS score
                FROM search_lexemes WHERE search_lexemes MATCH %(texts)s LIMIT %(limit)s
            )
        )
        GROUP BY key ORDER BY 2, 3, 1 LIMIT %(limit)s
    )
    JOIN search_searchentry AS entry ON entry.id = key
    ORDER BY tier, score, key
"""
FIND_IN_TITLES = """
    SELECT entry.id, entry.content_type_id FROM (
        SELECT rowid AS key, bm25(search_lexemes, 10, 1) AS score
        FROM search_lexemes WHERE search_lexemes MATCH %(titles)s LIMIT %(limit)s
    ) AS hits
    JOIN search_searchentry AS entry ON entry.id = key
    ORDER BY score, key
"""


def store(entries):
    """Index (key, lexemes of the title, lexemes of the text) for each entry."""
    rows = [(key, " ".join(title), " ".join(text)) for key, title, text in entries]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_lexemes (rowid, title, text) VALUES (%s, %s, %s)", rows
        )


def remove(keys):
    with connection.cursor() as cursor:
        cursor.executemany(
            "DELETE FROM search_lexemes WHERE rowid = %s", [(key,) for key in keys]
        )


def clear():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_lexemes")


def find(words, limit):
    """
    The entries that hold one lexeme of each of `words`, best first, as (key, content type).

    Titles come before texts. No more than `limit` of each are ranked, so a word
    that stands on every page costs no more than a rare one.
    """
    match = matching(words)
    return hits(FIND, titles=f"title : ({match})", texts=match, limit=limit)


def find_in_titles(words, limit):
    return hits(FIND_IN_TITLES, titles=f"title : ({matching(words)})", limit=limit)


def matching(words):
    """In FTS5's language; the quotes keep lexemes from being read as operators."""
    return " AND ".join(
        "({})".format(" OR ".join(f'"{lexeme}"' for lexeme in lexemes)) for lexemes in words
    )


def hits(sql, **parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
