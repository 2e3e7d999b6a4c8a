"""Waiting for what another process or thread does, which tells nobody when it is done."""

import time

PATIENCE = 30
PAUSE = 0.05


def until(came, seconds=PATIENCE, otherwise=lambda: "It did not come."):
    """What `came()` returns once it is true; AssertionError where it never is."""
    ends = time.monotonic() + seconds
    while not (value := came()):
        assert time.monotonic() < ends, otherwise()
        time.sleep(PAUSE)
    return value
