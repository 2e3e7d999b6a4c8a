"""The rows of a table, out of one database and into another."""

from django.db import connection
from django.db.models import QuerySet
from django.db.utils import DatabaseError

from . import values
from .errors import BackupError

AT_A_TIME = 100


def read(model):
    """
    Every row as a list of values, in the order of the columns.

    Past the model's own managers and attributes, which know of languages: what is
    stored is what is kept.
    """
    fields = model._meta.concrete_fields
    stored = QuerySet(model).order_by("pk").values_list(*[field.attname for field in fields])
    for row in stored.iterator(AT_A_TIME):
        yield [field.get_prep_value(value) for field, value in zip(fields, row, strict=True)]


def write(model, columns, rows):
    """Store `rows` of `columns` as they are: nothing is filled in, and nothing is looked up."""
    by_column = {field.column: field for field in model._meta.concrete_fields}
    fields = [by_column[column] for column in columns]
    sql = insert(model, columns)
    prepared = [prepare(fields, row) for row in rows]
    try:
        with connection.cursor() as cursor:
            cursor.executemany(sql, prepared)
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0]
        raise BackupError(
            f"The database does not take the rows of {model._meta.label} ({reason}). "
            "Nothing has been changed."
        ) from error


def insert(model, columns):
    quote = connection.ops.quote_name
    names = ", ".join(map(quote, columns))
    places = ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places})"  # noqa: S608


def prepare(fields, row):
    return [
        field.get_db_prep_save(field.to_python(value), connection)
        for field, value in zip(fields, row, strict=True)
    ]


def delete(model):
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {quote(model._meta.db_table)}")  # noqa: S608


def encoded(model):
    return map(values.encode, read(model))
