"""Which migrations a database has had, and which this release has."""

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from .errors import BackupError


def applied():
    """As "app.name", sorted; none in a database that was never migrated."""
    return named(MigrationRecorder(connection).applied_migrations())


def of_this_release():
    return named(MigrationLoader(None).disk_migrations)


def named(migrations):
    return sorted(f"{app}.{name}" for app, name in migrations)


def refuse_unmigrated():
    if missing := difference(of_this_release(), applied()):
        raise BackupError(f"The database lacks {missing}. Run manage.py migrate first.")


def refuse_other_release(migrations):
    if newer := difference(migrations, of_this_release()):
        raise BackupError(
            f"The backup is of a newer release than this one, which lacks {newer}. "
            "Restore it with the release that made it."
        )
    if older := difference(of_this_release(), migrations):
        raise BackupError(
            f"The backup is of an older release, which lacks {older}. Restore it with the "
            "release that made it; then start this one, which migrates."
        )


def difference(these, those):
    return ", ".join(sorted({*these} - {*those}))
