"""Files of backups in their folder."""

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.utils import timezone

from .errors import BackupError

NAME = "site-"


def place(path, *, encrypted):
    """`path` itself, or in the folder that it is a name that says when."""
    path = Path(path)
    if path.is_dir():
        path /= f"{NAME}{timezone.now():%Y%m%dT%H%M%SZ}.tar{'.age' if encrypted else ''}"
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


def keep_newest(folder, number):
    """Remove the oldest backups of `folder` that were named by `place`; return their names."""
    old = sorted(Path(folder).glob(f"{NAME}*.tar*"))[:-number]
    for each in old:
        each.unlink()
    return [each.name for each in old]
