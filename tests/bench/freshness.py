"""
How long somebody still gets the page before a publication: python -m tests.bench.freshness

Of the site itself, whichever worker answers, and through nginx where it is installed.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.asking import ask
from tests.proxied import NGINX
from tests.publish_in_a_row import number_of, published_in_a_row
from tests.started import started
from tests.visitors import Visitor, visited

from .speed import servers

TIMES, PAUSE = 24, 3.3


class Reader(Visitor):
    """Asks a hundred times a second at most, each time anew, so that any worker answers."""

    pause = 0.01

    def __init__(self, port):
        super().__init__()
        self.port = port
        self.last_seen = {}

    def visit(self):
        asked_at = time.monotonic()
        self.last_seen[number_of(ask(self.port, "/strategi/"))] = asked_at


def told(name, reader, publications):
    """For each publication, how long the one before was still handed out."""
    late = [
        max(0, reader.last_seen.get(number - 1, 0) - at) for number, at in publications.items()
    ]
    return f"{name}: median {statistics.median(late):.2f} s, longest {max(late):.2f} s\n"


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "proxy").mkdir()
        with started(folder) as site:
            if not NGINX:
                sys.stdout.write(measured(folder, {"the site": site}))
                return
            with servers.proxy(folder / "proxy", site.port) as proxy:
                sys.stdout.write(measured(folder, {"the site": site, "through nginx": proxy}))


def measured(folder, places):
    readers = {name: Reader(server.port) for name, server in places.items()}
    with visited(*readers.values()):
        publications = published_in_a_row(TIMES, PAUSE, DATA_DIR=str(folder))
    return "".join(told(name, reader, publications) for name, reader in readers.items())


if __name__ == "__main__":
    main()
