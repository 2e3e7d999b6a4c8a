"""A publication that is under way, and stays so for as long as is wanted."""

from contextlib import contextmanager, suppress

import psycopg

from tests.waiting import until

WAITING = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"


@contextmanager
def held_publication(stage):
    """It has written the page and its version, and waits for the edition, which is last."""
    # Where the server is killed meanwhile there is nothing left to let go of.
    with suppress(psycopg.OperationalError), stage.database.connect() as connection:
        connection.execute("SELECT 1 FROM publishing_edition FOR UPDATE")
        until(lambda: stage.rows(WAITING))
        yield
        connection.rollback()
