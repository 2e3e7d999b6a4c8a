"""What a worker does with requests that are not for kept pages."""

import pytest

from tests.disk import room_for
from tests.kept import Worker, drive

pytestmark = pytest.mark.django_db(transaction=True)

# More than is held in memory while it comes in.
LARGE = b"x" * 100_000


@pytest.fixture
def answer(tmp_path, site_settings, advice_unit):
    worker = Worker(tmp_path)
    with room_for(50_000):
        return drive(worker.get("/admin/", method="POST", body=LARGE))


def test_on_a_full_disk_who_sends_much_is_told_that_it_failed_and_whom_to_call(answer):
    assert answer.status == 503
    assert 'href="tel:+45' in answer.text


def test_that_is_in_the_language_of_the_address_and_kept_nowhere(answer):
    assert '<html lang="da">' in answer.text
    assert answer.headers[b"cache-control"] == b"no-store"
