"""
The numbers that a table has given out.

Of a row that was deleted the number must not be given to another: its versions and its
entries in the log would become the other's.
"""

from django.db import connection
from django.db.models import AutoField, BigAutoField, Max, QuerySet


def numbered(models):
    return [model for model in models if isinstance(model._meta.pk, AutoField | BigAutoField)]


def read(models):
    """By the model's label, the last number that was given out."""
    return {model._meta.label_lower: last(model) for model in numbered(models)}


def last(model):
    return max(READ[connection.vendor](model), highest(model))


def highest(model):
    return QuerySet(model).aggregate(highest=Max("pk"))["highest"] or 0


def write(models, numbers):
    """Go on after what was given out there and here."""
    for model in numbered(models):
        number = max(numbers.get(model._meta.label_lower, 0), last(model))
        if number:
            WRITE[connection.vendor](model, number)


def ask(sql, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchone() if cursor.description else None


def read_sqlite(model):
    found = ask("SELECT seq FROM sqlite_sequence WHERE name = %s", model._meta.db_table)
    return found[0] if found else 0


def write_sqlite(model, number):
    table = model._meta.db_table
    ask("DELETE FROM sqlite_sequence WHERE name = %s", table)
    ask("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", table, number)


def read_postgresql(model):
    """None was given out as long as the sequence has not been called."""
    found = ask(
        "SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence(%s, %s)::regclass), 0)",
        connection.ops.quote_name(model._meta.db_table),
        model._meta.pk.column,
    )
    return found[0]


def write_postgresql(model, number):
    ask(
        "SELECT setval(pg_get_serial_sequence(%s, %s), %s)",
        connection.ops.quote_name(model._meta.db_table),
        model._meta.pk.column,
        number,
    )


READ = {"sqlite": read_sqlite, "postgresql": read_postgresql}
WRITE = {"sqlite": write_sqlite, "postgresql": write_postgresql}
