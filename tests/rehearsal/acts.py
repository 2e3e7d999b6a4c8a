"""What happens to the cluster while it is used."""

import time
from collections.abc import Callable
from typing import NamedTuple

from tests.storms import until

from .release import MARK, next_release


def lose_a_machine(cluster):
    """All of its processes at once; later it is there again."""
    lost = cluster.beside[0]
    lost.lose()
    time.sleep(5)
    lost.revive()


def lose_redis(cluster):
    cluster.redis.stop()
    cluster.load.editor.saves(2)
    cluster.redis.start()
    until(cluster.redis.answers)


def deploy(cluster):
    """One machine after another: it ends what it has begun, and the next release starts."""
    code = next_release(cluster.folder / "next-release")
    for machine in cluster.machines:
        machine.upgrade(code, STATIC_ROOT=str(cluster.folder / "next-static"))
    cluster.load.editor.saves(1)
    for machine in cluster.machines:
        if MARK not in machine.get("/strategi/").text:
            yield f"the machine at {machine.port} is not of the next release"


def lose_the_database(cluster):
    """The standby is promoted, and the sites find it by themselves."""
    cluster.database.kill()
    time.sleep(3)
    cluster.standby.promote()
    cluster.database = cluster.standby


class Act(NamedTuple):
    """`answers_all` says whether even what was never asked for before is answered."""

    what: str
    play: Callable
    answers_all: bool


ACTS = [
    Act("an app server is lost, and comes back", lose_a_machine, True),
    Act("Redis is lost, and comes back", lose_redis, True),
    Act("the next release, one server after another", deploy, True),
    Act("the database is lost, its standby is promoted", lose_the_database, False),
]
