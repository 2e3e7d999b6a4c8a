"""The site as `make run` starts it: a process of its own, asked over the network."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Long enough for a first start on a slow machine; a second start has a test of its own.
PATIENCE = 300


class StartedSite:
    def __init__(self, process, port, output):
        self.process = process
        self.port = port
        self.output = output

    def answers(self):
        with socket.socket() as visitor:
            return visitor.connect_ex(("127.0.0.1", self.port)) == 0

    def get(self, path, **headers):
        return self.ask("GET", path, headers)

    def ask(self, method, path, headers, body=None):
        """The response, with its `body` and, where it is text, `text`; follows no redirect."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        response.body = response.read()
        response.text = response.body.decode(errors="replace")
        connection.close()
        return response

    def lines(self):
        return self.output.read_text().splitlines()


def start(**environ):
    """The process of one start, whose output goes where `stdout` in the keywords says."""
    return {
        "args": [sys.executable, "manage.py", "start"],
        "cwd": ROOT,
        "env": {"PATH": os.environ["PATH"], **environ},
    }


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@contextmanager
def started(data_dir, **environ):
    """A StartedSite that answers; stopped as an operator would stop it."""
    port = free_port()
    output = data_dir / f"output-{port}"
    began = time.monotonic()
    with output.open("w") as file:
        process = subprocess.Popen(
            **start(DATA_DIR=str(data_dir), PORT=str(port), **environ),
            stdout=file,
            stderr=subprocess.STDOUT,
        )
    site = StartedSite(process, port, output)
    try:
        while not site.answers():
            assert process.poll() is None, output.read_text()
            assert time.monotonic() - began < PATIENCE, output.read_text()
            time.sleep(0.05)
        yield site
    finally:
        process.terminate()
        process.wait(40)


def refused(**environ):
    """What a start that stops by itself leaves: (status, standard output, error)."""
    done = subprocess.run(
        **start(**environ), capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    return done.returncode, done.stdout, done.stderr
