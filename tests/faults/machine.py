"""A machine that serves the site, and starts it again whenever it ends."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from threading import Thread

import psutil

from tests.started import ROOT, free_port
from tests.waiting import until

from .visitor import ask

# As long as systemd and container platforms wait at least.
PAUSE = 0.5
PATIENCE = 240


class Machine:
    """`code` is the folder of the release that runs."""

    def __init__(self, data_dir, *, code=ROOT, **environ):
        self.data_dir = data_dir
        self.data_dir.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.code = code
        self.environ = environ
        self.process = None
        self.is_over = False
        self.supervisor = Thread(target=self.supervise, daemon=True)

    @property
    def output(self):
        return self.data_dir / "output"

    def variables(self):
        return {
            "PATH": os.environ["PATH"],
            "DATA_DIR": str(self.data_dir),
            "PORT": str(self.port),
            # Else a test could not tell what is new from what was only waited for.
            "SEARCH_LIMIT": "100000",
            **self.environ,
        }

    def supervise(self):
        while not self.is_over:
            with self.output.open("a") as output:
                self.process = subprocess.Popen(
                    [sys.executable, "manage.py", "start"],
                    cwd=self.code,
                    env=self.variables(),
                    stdout=output,
                    stderr=output,
                )
            self.process.wait()
            time.sleep(PAUSE)

    def start(self):
        self.supervisor.start()
        self.wait()
        return self

    def wait(self):
        until(
            lambda: self.workers() and self.answers(),
            PATIENCE,
            lambda: self.output.read_text()[-3000:],
        )

    def answers(self):
        with suppress(OSError):
            return self.get("/sundhed/klar").status == 200

    def get(self, path):
        return ask(self.port, path)

    def workers(self):
        """Of the master that runs now; none while it is being prepared."""
        if self.process is None:
            return []
        with suppress(psutil.NoSuchProcess):
            return psutil.Process(self.process.pid).children()
        return []

    def upgrade(self, code, **environ):
        """As it is done on each machine in turn: the old ends what it has begun."""
        self.code = code
        self.environ |= environ
        old = self.process
        old.terminate()
        old.wait(60)
        until(lambda: self.process is not old)
        self.wait()
        # In which the proxy finds that it is there again.
        time.sleep(2)

    def kill(self):
        """All of its processes at once; what supervises them starts it again."""
        killed = self.process
        for each in [*self.workers(), psutil.Process(killed.pid)]:
            each.kill()
        killed.wait()

    def lose(self):
        """As when the machine is switched off."""
        self.is_over = True
        self.kill()
        self.supervisor.join(PAUSE * 4)

    def revive(self):
        self.is_over = False
        self.supervisor = Thread(target=self.supervise, daemon=True)
        self.start()

    def stop(self):
        self.is_over = True
        self.process.terminate()
        self.process.wait(60)
        self.supervisor.join(PAUSE * 4)

    def manage(self, *arguments):
        return subprocess.check_output(
            [sys.executable, "manage.py", *arguments],
            cwd=self.code,
            env=self.variables() | {"PYTHONPATH": str(ROOT)},
            text=True,
        )
