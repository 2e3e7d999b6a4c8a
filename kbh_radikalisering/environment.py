"""The environment that the site is started in: its variables, and its folder."""

import os
import secrets
from contextlib import suppress
from tempfile import NamedTemporaryFile

from kbh_radikalisering import values
from kbh_radikalisering.variable import WrongEnvironment
from kbh_radikalisering.variables import VARIABLES

BASE_DIR = values.BASE_DIR


def read(environ=os.environ):
    """Every variable by its name."""
    return {variable.name: variable.read(environ) for variable in VARIABLES}


def of_server(environ=os.environ):
    """What gunicorn is started with."""
    path = os.pathsep.join(filter(None, [str(BASE_DIR), environ.get("PYTHONPATH")]))
    # Without the second the C library gives each thread a heap of its own, and keeps all.
    return {**environ, "PYTHONPATH": path, "MALLOC_ARENA_MAX": "1"}


def make_writable(folder):
    """Make `folder` unless it is there; nothing of the site works without it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise WrongEnvironment(
            f"The folder {str(folder)!r} cannot be written to. Set DATA_DIR to a folder "
            "that the site may write to."
        ) from error


def generated_secret(data_dir):
    """The secret key of this data folder, made the first time it is asked for."""
    file = data_dir / "secret_key"
    if not file.exists():
        make_writable(data_dir)
        # Readable by the owner alone, and whole from the moment it has its name;
        # of two starts at once the first wins.
        with NamedTemporaryFile("w", dir=data_dir) as new, suppress(FileExistsError):
            new.write(secrets.token_urlsafe(64))
            new.flush()
            os.link(new.name, file)
    return file.read_text()
