"""A Redis of the tests' own, as the machine has it."""

import os
import shutil
import socket
import subprocess

from tests.started import free_port

SERVER = shutil.which("redis-server") or shutil.which("valkey-server")
# In CI it is part of the proof, as the browser is.
REQUIRED = os.environ.get("REQUIRE_REDIS") == "1"


class Redis:
    def __init__(self, folder):
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.folder = folder
        self.start()

    def start(self):
        options = ["--save", "", "--bind", "127.0.0.1", "--dir", str(self.folder)]
        self.process = subprocess.Popen(
            [SERVER, "--port", str(self.port), *options], stdout=subprocess.DEVNULL
        )

    def stop(self):
        self.process.kill()
        self.process.wait()

    def answers(self):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", self.port)):
                return False
            probe.sendall(b"PING\r\n")
            return probe.recv(16) == b"+PONG\r\n"
