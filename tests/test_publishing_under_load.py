"""Two processes serve while a third publishes: no reader is left behind."""

import time

import pytest

from tests.publish_in_a_row import number_of, published_in_a_row
from tests.started import started
from tests.storms import own_database
from tests.visitors import Visitor, visited

TIMES = 50
# The promise is a second; what a machine needs that has other work to do comes on top.
LATEST = 3


class Reader(Visitor):
    def __init__(self, site):
        super().__init__()
        self.site = site
        self.readings = []

    def visit(self):
        asked_at = time.monotonic()
        page = self.site.get("/strategi/")
        self.readings.append((number_of(page), asked_at, page.status))


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """When each was published, the readers, and the numbers that come last."""
    data_dir = tmp_path_factory.mktemp("load")
    with own_database(data_dir) as database, started(data_dir, **database.variables) as site:
        environ = {"DATA_DIR": str(data_dir), **database.variables}
        with visited(*(Reader(site) for _ in range(3))) as readers:
            publications = published_in_a_row(TIMES, 0.1, **environ)
            time.sleep(LATEST)
        last = {number_of(site.get("/strategi/")) for _ in range(40)}
    return publications, readers, last


def test_every_publication_succeeds(seen):
    publications, _, _ = seen

    assert list(publications) == list(range(1, TIMES + 1))


def test_every_reader_gets_a_page(seen):
    _, readers, _ = seen

    assert [failure for reader in readers for failure in reader.failures] == []
    assert {status for reader in readers for _, _, status in reader.readings} == {200}


def test_no_reader_gets_an_edition_that_was_over_long_before(seen):
    publications, readers, _ = seen

    behind = [
        (number, asked_at)
        for reader in readers
        for number, asked_at, _status in reader.readings
        if asked_at > publications.get(number + 1, asked_at) + LATEST
    ]
    assert behind == []


def test_in_the_end_every_worker_has_the_last_one(seen):
    _, _, last = seen

    assert last == {TIMES}
