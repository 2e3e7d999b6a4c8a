"""Two processes serve while a third publishes: no reader is left behind."""

import re
import subprocess
import sys
import time
from threading import Event, Thread

import pytest

from tests.started import ROOT, started
from tests.storms import own_database

TIMES = 50
# The promise is a second; what a machine needs that has other work to do comes on top.
LATEST = 3


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """(publications, readings): of each its number and the moment, and what came last."""
    data_dir = tmp_path_factory.mktemp("load")
    with own_database(data_dir) as database, started(data_dir, **database.variables) as site:
        readers = [Reader(site) for _ in range(3)]
        for reader in readers:
            reader.start()
        publications = published(data_dir, database)
        time.sleep(LATEST)
        for reader in readers:
            reader.is_enough.set()
            reader.join()
        last = [number_of(site.get("/strategi/")) for _ in range(40)]
    readings = [reading for reader in readers for reading in reader.readings]
    return publications, readings, last


class Reader(Thread):
    def __init__(self, site):
        super().__init__()
        self.site = site
        self.readings = []
        self.is_enough = Event()

    def run(self):
        while not self.is_enough.is_set():
            asked_at = time.monotonic()
            page = self.site.get("/strategi/")
            self.readings.append((number_of(page), asked_at, page.status))


def number_of(page):
    found = re.search(r"<h1[^>]*>Udgave (\d+)</h1>", page.text)
    return int(found[1]) if found else 0


def published(data_dir, database):
    said = subprocess.check_output(
        [sys.executable, "-m", "tests.publish_in_a_row", str(TIMES), "0.1"],
        cwd=ROOT,
        env={
            "DATA_DIR": str(data_dir),
            "DJANGO_SETTINGS_MODULE": "kbh_radikalisering.settings",
            **database.variables,
        },
        text=True,
    )
    return [(int(number), float(at)) for number, at in map(str.split, said.splitlines())]


def test_every_publication_succeeds(seen):
    publications, _, _ = seen

    assert [number for number, _at in publications] == list(range(1, TIMES + 1))


def test_every_reader_gets_a_page(seen):
    _, readings, _ = seen

    assert {status for _number, _asked_at, status in readings} == {200}


def test_no_reader_gets_an_edition_that_was_over_long_before(seen):
    publications, readings, _ = seen

    behind = [
        (number, asked_at)
        for number, asked_at, _status in readings
        if any(asked_at > at + LATEST and number < newer for newer, at in publications)
    ]
    assert behind == []


def test_in_the_end_every_worker_has_the_last_one(seen):
    _, _, last = seen

    assert set(last) == {TIMES}
