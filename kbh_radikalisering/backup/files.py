"""Files of backups in their folder."""

import os
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.utils import timezone

from .errors import BackupError

NAME = "site-%Y%m%dT%H%M%SZ.tar"


def place(path, *, encrypted):
    """`path` itself, or in the folder that it is a name that says when."""
    path = Path(path)
    if path.is_dir():
        path /= timezone.now().strftime(NAME) + (".age" if encrypted else "")
    if path.exists():
        raise BackupError(f"{path} is there already.")
    return path


@contextmanager
def new_file(path):
    """A file that gets its name when all of it is on the disk; only its owner can read it."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            os.rename(file.name, path)
        except BaseException:
            os.unlink(file.name)
            raise
    # The name is on the disk, too.
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def remove_old(folder, days):
    """Remove backups that `place` named so many days ago; return their names."""
    oldest = timezone.now() - timedelta(days=days)
    old = [file for file in sorted(folder.iterdir()) if (at := made_at(file)) and at < oldest]
    for each in old:
        each.unlink()
    return [each.name for each in old]


def made_at(file):
    """When a backup was made, by its name; None for any other file."""
    with suppress(ValueError):
        return datetime.strptime(file.name.removesuffix(".age"), NAME).replace(tzinfo=UTC)
