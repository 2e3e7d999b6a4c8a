"""Where a scenario plays: a database, a machine that serves the site, and who uses it."""

import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path

from tests.started import ROOT, free_port
from tests.visitors import visited

from .editor import Editor, form_of
from .machine import Machine
from .postgresql import PostgreSQL, url_of
from .small_disk import small_disk
from .visitor import NUMBERED, Reader

DRAFTED = "/anbefalinger/"
# The most of them, what the editor is at, and what tells of it elsewhere.
READ = [NUMBERED, "/", NUMBERED, DRAFTED, NUMBERED, "/en/strategi/"]
READERS = 3
# Kept from one time to the next: to compress them takes longer than any scenario.
STATIC = str(ROOT / "var" / "faults" / "static")


class Load:
    def __init__(self, readers, editor):
        self.readers = readers
        self.editor = editor


class Stage:
    """`machine` serves readers and the editor, others beside it are in `beside`."""

    def __init__(self, folder, machine):
        self.folder = folder
        self.machine = machine
        self.beside = []
        self.last_number = 0
        self.load = None
        self.cookie = None

    @property
    def machines(self):
        return [self.machine, *self.beside]

    def ports(self):
        return [each.port for each in self.machines]

    def session(self):
        if self.cookie is None:
            code = "from tests.sessions import *; print_cookie_of_new('faults')"
            self.cookie = self.machine.manage("shell", "-v0", "-c", code).strip()
        return self.cookie

    def forms(self):
        return [form_of(self.page(path)) for path in [DRAFTED, NUMBERED]]

    def page(self, path):
        return dict(self.rows("SELECT path, id FROM pages_page"))[path]

    @contextmanager
    def beside_it(self, **environ):
        """Another machine, which shares what machines share."""
        machine = Machine(
            Path(tempfile.mkdtemp(dir=self.folder)), **self.machine.environ | environ
        )
        self.beside.append(machine)
        try:
            yield machine.start()
        finally:
            self.beside.remove(machine)
            machine.stop()

    @contextmanager
    def used(self, readers=None, port=None):
        """A Load: `readers`, and an editor at `port`, who have begun and come to an end."""
        port = port or self.machine.port
        editor = Editor(port, self.session(), self.forms(), self.last_number)
        self.load = load = Load(readers or readers_at(*[port] * READERS), editor)
        try:
            with visited(*load.readers, editor):
                editor.saves(2)
                yield load
                editor.saves(2)
        finally:
            self.last_number = editor.number


class OnPostgreSQL(Stage):
    """The standby's place is in DATABASE_URL before there is one."""

    def __init__(self, folder, machine, database, standby_port):
        super().__init__(folder, machine)
        self.database = database
        self.standby_port = standby_port

    @property
    def disk(self):
        return self.database.folder.parent

    def rows(self, sql):
        return self.database.rows(sql)


class OnSQLite(Stage):
    def rows(self, sql):
        file = self.machine.data_dir / "db.sqlite3"
        with closing(sqlite3.connect(file, timeout=10)) as connection:
            return connection.execute(sql).fetchall()


def readers_at(*ports):
    return [Reader(port, READ) for port in ports]


@contextmanager
def staged(engine):
    folder = Path(tempfile.mkdtemp(prefix="kbh-faults-"))
    # The database's own user has to find its way.
    folder.chmod(0o755)
    try:
        with {"sqlite": on_sqlite, "postgresql": on_postgresql}[engine](folder) as stage:
            yield stage
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def on_sqlite(folder):
    machine = Machine(folder / "site", STATIC_ROOT=STATIC)
    try:
        yield OnSQLite(folder, machine.start())
    finally:
        machine.stop()


@contextmanager
def on_postgresql(folder):
    with small_disk(folder / "disk") as disk:
        database = PostgreSQL.new(disk / "first")
        standby_port = free_port()
        url = url_of(database.port, standby_port)
        machine = Machine(
            folder / "site",
            DATABASE_URL=url,
            SECRET_KEY="of-all-machines" * 5,
            STATIC_ROOT=STATIC,
        )
        stage = OnPostgreSQL(folder, machine, database, standby_port)
        try:
            machine.start()
            yield stage
        finally:
            machine.stop()
            stage.database.stop()
