"""
How long somebody still gets the page before a publication: python -m tests.bench.freshness

Of the site itself, whichever worker answers, and through nginx where it is installed.
"""

import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from tests.proxied import NGINX
from tests.started import ROOT

from .speed import servers

TIMES, PAUSE = 8, 3.3


class Reader(threading.Thread):
    """Asks a hundred times a second at most, each time anew, so that any worker answers."""

    def __init__(self, address):
        super().__init__(daemon=True)
        self.place = urlsplit(address).netloc
        self.last_seen = {}
        self.is_enough = False

    def run(self):
        while not self.is_enough:
            asked_at = time.monotonic()
            self.last_seen[number(self.place)] = asked_at
            time.sleep(0.01)


def number(place):
    connection = HTTPConnection(place, timeout=10)
    connection.request("GET", "/strategi/")
    found = re.search(rb"Udgave (\d+)</h1>", connection.getresponse().read())
    connection.close()
    return int(found[1]) if found else 0


def published(folder):
    """When each was committed, by its number."""
    said = subprocess.check_output(
        [sys.executable, "-m", "tests.publish_in_a_row", str(TIMES), str(PAUSE)],
        cwd=ROOT,
        env={
            "DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "kbh_radikalisering.settings",
        },
        text=True,
    )
    return {int(number): float(at) for number, at in map(str.split, said.splitlines())}


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
        with servers.site(folder) as site:
            if not NGINX:
                sys.stdout.write(measured(folder, {"the site": site}))
                return
            with servers.proxy(folder / "proxy", site.address) as proxy:
                sys.stdout.write(measured(folder, {"the site": site, "through nginx": proxy}))


def measured(folder, places):
    readers = {name: Reader(server.address) for name, server in places.items()}
    for each in readers.values():
        each.start()
    publications = published(folder)
    for each in readers.values():
        each.is_enough = True
        each.join()
    return "".join(told(name, reader, publications) for name, reader in readers.items())


if __name__ == "__main__":
    main()
