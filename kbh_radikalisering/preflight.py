"""What must hold before the site starts, each with a sentence for when it does not."""

import errno
import os
import socket
from contextlib import contextmanager

from django.db import connection
from django.db.utils import DatabaseError

from kbh_radikalisering.variable import WrongEnvironment

# Any number that nothing else in the database locks on.
LOCK = 20260122


def check_port(env):
    """Asked before anything is prepared, so that the first password is not lost."""
    family = socket.AF_INET6 if ":" in env["BIND"] else socket.AF_INET
    try:
        socket.create_server((env["BIND"], env["PORT"]), family=family).close()
    except OSError as error:
        raise WrongEnvironment(
            f"Port {env['PORT']} of {env['BIND']} cannot be listened on "
            f"({os.strerror(error.errno)}). {remedy(error)}"
        ) from error


def remedy(error):
    if error.errno == errno.EADDRNOTAVAIL:
        return "Set BIND to an address of this machine."
    return "Set PORT to one that is free."


def check_database():
    """Past the pool, which would hide the reason behind a time-out."""
    try:
        with connection.wrap_database_errors:
            connection.Database.connect(**connection.get_connection_params()).close()
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0]
        raise WrongEnvironment(
            f"The database does not answer ({reason}). Set DATABASE_URL to one that does."
        ) from error


@contextmanager
def one_start_at_a_time():
    """Of containers that start together on PostgreSQL, one migrates and the others wait."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
