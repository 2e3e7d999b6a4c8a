"""From a management command to the server that it becomes."""

import os
import sys
import sysconfig
from pathlib import Path

from django.db import connections

from kbh_radikalisering import environment, metrics


def become_gunicorn():
    """Its master gets this process, and with it the signals to stop."""
    connections.close_all()
    metrics.begin(environment.read())
    # Not by -m, which does not find its way back when a second master is asked for (SIGUSR2).
    script = Path(sysconfig.get_path("scripts")) / "gunicorn"
    gunicorn = [sys.executable, str(script), "--config=python:kbh_radikalisering.gunicorn"]
    os.execve(sys.executable, gunicorn, environment.of_server())  # noqa: S606
