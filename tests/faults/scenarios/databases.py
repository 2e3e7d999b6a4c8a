"""PostgreSQL is killed, restarted, or another takes its place."""

import time

from tests.faults.held import held_publication
from tests.faults.scenario import scenario
from tests.faults.stage import READERS, readers_at
from tests.proxied import NGINX, proxied
from tests.started import free_port


@scenario("kill -9 of PostgreSQL in mid-publication", at_most=5)
def database_killed(stage):
    with stage.used() as load:
        with held_publication(stage):
            stage.database.kill()
        load.editor.is_refused()
        stage.database.start()


@scenario("PostgreSQL is restarted", at_most=5)
def database_restarted(stage):
    with stage.used():
        stage.database.restart()


@scenario(
    "a table is locked for ten seconds, behind nginx",
    at_most=5,
    lacks=lambda: None if NGINX else "nginx was not found",
)
def table_locked(stage):
    """As by somebody who changes it by hand: the server answers, and all about pages waits."""
    folder = stage.folder / "proxy"
    folder.mkdir(exist_ok=True)
    with (
        proxied(folder, stage.machine.port) as proxy,
        stage.used(readers_at(*[proxy.port] * READERS), proxy.port) as load,
    ):
        with stage.database.connect() as connection:
            connection.execute("LOCK TABLE pages_page IN ACCESS EXCLUSIVE MODE")
            time.sleep(10)
        load.editor.saves(2)


@scenario("the standby is lost, and waited for no more", at_most=5)
def standby_lost(stage):
    """For as long as it is waited for nothing is said to be saved."""
    standby = stage.database.copied(stage.disk / "lost-standby", free_port())
    with stage.used() as load:
        standby.kill()
        time.sleep(5)
        stage.database.waits_for("")
        load.editor.saves(1)


@scenario("PostgreSQL is lost, its standby is promoted", at_most=5)
def failover(stage):
    standby = stage.database.copied(stage.disk / "standby", stage.standby_port)
    with stage.used():
        first = stage.database
        first.kill()
        standby.promote()
        stage.database = standby
    first.process.wait()
