"""
What the server endures: python -m tests.bench.endurance slow|reload|upgrade|soak [--gthread]

slow: 500 clients that send a byte a second, while another asks for a page again and again.
reload: the operator's SIGHUP, five times, while three ask without a pause.
upgrade: SIGUSR2 and then SIGTERM to the first master, while three ask.
soak: ten minutes (or --minutes) of everything at once; memory each minute.
With --gthread the same site by gunicorn's thread worker, with nothing kept.
"""

import argparse
import os
import random
import signal
import socket
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

from tests.asking import HERE, ask
from tests.started import started
from tests.visitors import Visitor, visited
from tests.waiting import until

from .speed.load import memory_of
from .speed.servers import by_django_alone

PAGE = "/strategi/"
MIX = ["/", PAGE, "/raadgivning/", "/en/", "/statistik.csv", "/findes-ikke/", "/admin/"]


class Asker(Visitor):
    """Asks without a pause, and counts how long each answer is waited for."""

    def __init__(self, server, paths):
        super().__init__()
        self.port = server.port
        self.paths = paths
        self.waits = []

    def visit(self):
        path = random.choice(self.paths)  # noqa: S311
        began = time.perf_counter()
        status = ask(self.port, path).status
        self.waits.append(time.perf_counter() - began)
        if status >= 500:
            raise OSError(f"{path}: {status}")


def visiting(server, count, paths):
    return visited(*(Asker(server, paths) for _ in range(count)))


def slow(server, _options):
    clients = [socket.create_connection((HERE, server.port)) for _ in range(500)]
    threading.Thread(target=trickle, args=(clients,), daemon=True).start()
    time.sleep(2)
    with visiting(server, 1, [PAGE]) as visitors:
        time.sleep(20)
    for each in clients:
        each.close()
    return told(visitors)


def trickle(clients):
    request = f"GET {PAGE} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: {'x' * 900}".encode()
    for byte in request:
        for each in clients:
            try:
                each.send(bytes([byte]))
            except OSError:
                # The server has had enough of it.
                continue
        time.sleep(1)


def reload(server, _options):
    with visiting(server, 3, [PAGE]) as visitors:
        for _ in range(5):
            time.sleep(3)
            os.kill(server.process.pid, signal.SIGHUP)
        time.sleep(5)
    return told(visitors)


def upgrade(server, _options):
    """As an operator puts a new version into service: a second master, then the first ends."""
    first = psutil.Process(server.process.pid)
    with visiting(server, 3, [PAGE]) as visitors:
        time.sleep(3)
        first.send_signal(signal.SIGUSR2)
        second = until(
            lambda: next((each for each in first.children() if each.children()), None)
        )
        time.sleep(5)
        first.terminate()
        first.wait(40)
        time.sleep(5)
    second.terminate()
    return told(visitors)


def soak(server, options):
    with visiting(server, 4, MIX) as visitors:
        for minute in range(options.minutes):
            say(f"minute {minute}: {memory(server)}")
            time.sleep(60)
    say(f"minute {options.minutes}: {memory(server)}")
    return told(visitors)


def memory(server):
    return ", ".join(f"{each:.1f} MB" for each in memory_of(server.process))


def told(visitors):
    waits = sorted(wait for each in visitors for wait in each.waits)
    failures = [failure for each in visitors for failure in each.failures]
    if not waits:
        return f"none served, {len(failures)} failed {failures[:3]}"
    median, slowest = statistics.median(waits) * 1000, waits[-1] * 1000
    p99 = waits[int(len(waits) * 0.99)] * 1000
    return (
        f"{len(waits)} served, {len(failures)} failed {failures[:3]}; "
        f"median {median:.1f} ms, p99 {p99:.1f} ms, slowest {slowest:.0f} ms"
    )


def say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("scenario", choices=["slow", "reload", "upgrade", "soak"])
    parser.add_argument("--gthread", action="store_true")
    parser.add_argument("--minutes", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary, started(Path(temporary)) as server:
        if not options.gthread:
            say(globals()[options.scenario](server, options))
            return
        with by_django_alone(Path(temporary)) as other:
            say(globals()[options.scenario](other, options))


if __name__ == "__main__":
    main()
