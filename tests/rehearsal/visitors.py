"""Who uses the cluster: as a browser does, with stylesheets and searches."""

import time
from itertools import count
from threading import Thread

from tests.faults.stage import READ
from tests.faults.visitor import PAUSE, StyledReader, ask

NEW_SEARCH = "/soeg/?q=ord"


class Searcher(Thread):
    """Searches for what nobody has searched for, which no cache on the way can answer."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.port = port
        self.is_enough = False
        self.came, self.failures = 0, []

    def run(self):
        for number in count():
            if self.is_enough:
                return
            try:
                status = ask(self.port, f"{NEW_SEARCH}{number}").status
            except OSError as error:
                status = repr(error)
            if status == 200:
                self.came += 1
            else:
                self.failures.append(f"search: {status}")
            time.sleep(PAUSE)


def readers(port, how_many):
    return [StyledReader(port, READ) for _ in range(how_many)]
