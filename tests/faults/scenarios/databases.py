"""PostgreSQL is killed, restarted, or another takes its place."""

from tests.faults.held import held_publication
from tests.faults.scenario import scenario


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


@scenario("PostgreSQL is lost, its standby is promoted", at_most=5)
def failover(stage):
    standby = stage.database.copied(stage.disk / "standby", stage.standby_port)
    with stage.used():
        first = stage.database
        first.kill()
        standby.promote()
        stage.database = standby
    first.process.wait()
