"""More in the log for a while: begun by `manage.py log_detail`, and ended by itself."""

import time
from contextlib import suppress

from kbh_radikalisering import environment

# How often a process looks whether it is wanted, in seconds.
INTERVAL = 1


class Detail:
    """`file` holds the moment until which there is to be detail, in seconds since 1970."""

    def __init__(self, file):
        self.file = file
        self.until = 0
        self.looked_at = 0

    def begin(self, seconds):
        self.file.write_text(f"{time.time() + seconds:.0f}\n")

    def end(self):
        self.file.unlink(missing_ok=True)

    def is_on(self):
        now = time.time()
        if now - self.looked_at > INTERVAL:
            self.looked_at, self.until = now, self.read()
        return now < self.until

    def read(self):
        with suppress(OSError, ValueError):
            return float(self.file.read_text())
        return 0


# Of the processes of this machine.
detail = Detail(environment.read()["DATA_DIR"] / "log_detail")
