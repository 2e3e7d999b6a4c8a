"""What happens to the cluster while it is used."""

import socket
import time
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

import psutil

from tests.waiting import until

from .release import MARK, next_release


def lose_a_machine(cluster):
    """All of its processes at once; later it is there again."""
    lost = cluster.beside[0]
    lost.lose()
    time.sleep(5)
    lost.revive()


def silence_a_machine(cluster):
    """As when its network is cut: whoever connects to it hears nothing, not even a no."""
    lost = cluster.beside[0]
    lost.lose()
    with deaf(lost.port):
        time.sleep(8)
    lost.revive()


def hang_a_machine(cluster):
    """Its processes are there, take every call, and say nothing."""
    hung = cluster.beside[0]
    processes = [psutil.Process(hung.process.pid), *hung.workers()]
    for each in processes:
        each.suspend()
    time.sleep(12)
    for each in processes:
        each.resume()
    hung.wait()


@contextmanager
def deaf(port):
    """A server whose queue is full, so that Linux answers no more of those who come."""
    with ExitStack() as stack:
        server, *queue = (stack.enter_context(socket.socket()) for _ in range(5))
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(("127.0.0.1", port))
        server.listen(0)
        for each in queue:
            each.setblocking(False)
            each.connect_ex(("127.0.0.1", port))
        yield


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
    Act("an app server says nothing any more", silence_a_machine, True),
    Act("an app server hangs, and comes to", hang_a_machine, True),
    Act("Redis is lost, and comes back", lose_redis, True),
    Act("the next release, one server after another", deploy, True),
    Act("the database is lost, its standby is promoted", lose_the_database, False),
]
