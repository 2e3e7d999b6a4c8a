"""What stands on every page is kept in memory that a worker's threads share."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from content.publishing import kept

THREADS = 8
EDITIONS = 4_000


@pytest.fixture
def hasty_threads():
    """Threads take turns so often that one gets in between another's steps."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


def test_threads_that_see_different_editions_do_not_disturb_each_other(hasty_threads):
    @kept.kept_for_edition
    def read():
        time.sleep(0)
        return list(range(100))

    def reads_of_a_thread(_number):
        lengths = set()
        for _edition in range(EDITIONS):
            kept._edition.set({"key": uuid4()})
            lengths.add(len(read()))
        return lengths

    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(reads_of_a_thread, range(THREADS))) == [{100}] * THREADS
