"""Restoring a backup: all of it or nothing."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.utils import IntegrityError

from content.publishing import door
from content.search import index

from . import media, reading, rows, schema, sequences, tables
from .errors import BackupError

# What a new database has by itself, from its migrations.
OF_MIGRATIONS = {
    "contenttypes.contenttype",
    "auth.permission",
    "auth.group",
    "auth.group_permissions",
}


def restore(path, *, into):
    """
    Put what the backup at `path` holds in the place of what is here.

    `into` says which databases may lose what they hold: `into_empty` or `into_any`.
    Returns the numbers of rows and of files.
    """
    with reading.opened(path) as archive:
        archive.refuse_unlisted()
        schema.refuse_other_release(archive.about["migrations"])
        if not schema.applied():
            call_command("migrate", verbosity=0)
        schema.refuse_unmigrated()
        into()
        with media.stored(archive), transaction.atomic():
            replace_rows(archive)
        return archive.count(), len(archive.media())


def into_empty():
    if filled := [model._meta.verbose_name_plural for model in holding_rows()]:
        raise BackupError(
            f"The database is not empty: it holds {', '.join(map(str, filled))}. Nothing has "
            "been changed. Restore into a new database, or with --replace, which deletes "
            "what is here."
        )


def into_any():
    """Whatever the database holds."""


def holding_rows():
    return [
        model
        for model in tables.models()
        if model._meta.label_lower not in OF_MIGRATIONS and QuerySet(model).exists()
    ]


def replace_rows(archive):
    models = tables.models()
    # What is left out of backups leads to rows that go. Which leads to which is asked at
    # the end of the transaction, so any order will do.
    for model in [*map(apps.get_model, tables.LEFT_OUT), *models]:
        rows.delete(model)
    for model in models:
        columns = archive.about["columns"][model._meta.label_lower]
        for some in archive.rows(model._meta.label_lower):
            rows.write(model, columns, some)
    refuse_loose_ends()
    ContentType.objects.clear_cache()
    index.rebuild()
    # Of what is kept of the site as it was nothing is shown again.
    door.start_edition()
    sequences.write(models, archive.about["last_numbers"])


def refuse_loose_ends():
    try:
        connection.check_constraints()
    except IntegrityError as error:
        raise BackupError(f"A row leads to one that is not there ({error}).") from error
