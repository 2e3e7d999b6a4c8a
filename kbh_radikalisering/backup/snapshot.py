"""The database as it stands at one moment, while others go on writing."""

from contextlib import contextmanager

from django.db import connection

# Readers of either database see what was there when they began, and block nobody. Django's
# own transactions would take SQLite's one place for a writer.
BEGIN = {
    "sqlite": ["BEGIN DEFERRED"],
    "postgresql": [
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        "SET LOCAL statement_timeout = 0",
    ],
}


@contextmanager
def snapshot():
    with connection.cursor() as cursor:
        for statement in BEGIN[connection.vendor]:
            cursor.execute(statement)
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
