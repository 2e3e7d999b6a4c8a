"""From a management command to the server that it becomes."""

import os
import sys

from django.db import connections

from kbh_radikalisering import environment


def become_gunicorn():
    """Its master gets this process, and with it the signals to stop."""
    connections.close_all()
    gunicorn = [sys.executable, "-m", "gunicorn", "--config=python:kbh_radikalisering.gunicorn"]
    os.execve(sys.executable, gunicorn, environment.of_server())  # noqa: S606
