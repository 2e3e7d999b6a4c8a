"""The site as `make run` starts it: a process of its own, asked over the network."""

import os
import secrets
import socket
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.asking import HERE, ask
from tests.waiting import until

ROOT = Path(__file__).parent.parent
# Long enough for a first start on a slow machine; a second start has a test of its own.
PATIENCE = 300
# Below those that Linux gives to whoever connects, as the visitors of other tests do.
PORTS = range(20_000, 32_000)


class Server:
    """`output` is the file that the process writes to."""

    def __init__(self, process, port, output):
        self.process = process
        self.port = port
        self.output = output

    @property
    def origin(self):
        return f"http://{HERE}:{self.port}"

    def listens(self):
        with socket.socket() as visitor:
            return visitor.connect_ex((HERE, self.port)) == 0

    def has_ended(self):
        return self.process.poll() is not None

    def get(self, path, **headers):
        return self.ask("GET", path, headers)

    def ask(self, method, path, headers, body=None):
        return ask(self.port, path, method, body, headers)

    def lines(self):
        return self.output.read_text().splitlines()


def free_port():
    """One that is still free when a server comes to listen at it."""
    while True:
        port = secrets.choice(PORTS)
        with suppress(OSError), socket.create_server((HERE, port)):
            return port


@contextmanager
def serving(port, output, seconds=30, **process):
    """A Server once it listens; ended as an operator would end it."""
    with output.open("w") as file:
        process = subprocess.Popen(**process, stdout=file, stderr=subprocess.STDOUT)
    server = Server(process, port, output)
    try:
        until(lambda: server.listens() or server.has_ended(), seconds, output.read_text)
        assert not server.has_ended(), output.read_text()
        yield server
    finally:
        process.terminate()
        process.wait(40)


def manage(*arguments, **environ):
    """What a process of manage.py is made with, whatever else the machine's environment has."""
    return {
        "args": [sys.executable, "manage.py", *arguments],
        "cwd": ROOT,
        "env": {"PATH": os.environ["PATH"], **environ},
    }


def managed(*arguments, **environ):
    """What a management command says."""
    return subprocess.check_output(**manage(*arguments, **environ), text=True)


@contextmanager
def started(data_dir, **environ):
    port = free_port()
    process = manage("start", DATA_DIR=str(data_dir), PORT=str(port), **environ)
    with serving(port, data_dir / f"output-{port}", PATIENCE, **process) as site:
        yield site


def refused(**environ):
    """What a start that stops by itself leaves: (status, standard output, error)."""
    done = subprocess.run(
        **manage("start", **environ),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    return done.returncode, done.stdout, done.stderr
