"""Carrying plans out on time, for as long as the process runs."""

import os
import signal
import sys
import time
from datetime import timedelta

from django.db import Error, connections
from django.utils import timezone

from content.publishing.kept import next_due

from .carrying_out import carry_out_due

# A plan made meanwhile for a moment before that is carried out by the next visitor.
LONGEST_WAIT = timedelta(seconds=30)
SHORTEST_WAIT = timedelta(seconds=1)


def watch(tell, complain, sleep):
    """
    Until the process is told to stop, or the one that started it is gone.

    While the database is away it is asked less and less often.
    """
    for each in [signal.SIGTERM, signal.SIGINT]:
        signal.signal(each, stop)
    parent = os.getppid()
    pause = SHORTEST_WAIT
    while os.getppid() == parent:
        try:
            for plan in carry_out_due(timezone.now()):
                tell(plan)
            wait = until_next()
            pause = SHORTEST_WAIT
        except Error as error:
            complain(error)
            wait = pause = min(2 * pause, LONGEST_WAIT)
        connections.close_all()
        sleep(wait, parent)


def stop(_signal, _frame):
    """A plan that is half-way is rolled back, and still due."""
    sys.exit(0)


def until_next():
    due_at = next_due()
    if due_at is None:
        return LONGEST_WAIT
    return min(max(due_at - timezone.now(), SHORTEST_WAIT), LONGEST_WAIT)


def nap(wait, parent):
    """In short naps, so that the process ends soon after the site does."""
    end = time.monotonic() + wait.total_seconds()
    while os.getppid() == parent and (left := end - time.monotonic()) > 0:
        time.sleep(min(left, SHORTEST_WAIT.total_seconds()))
