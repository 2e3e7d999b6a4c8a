"""The started site while its database is away, and when it is back."""

import pytest

from tests.started import started
from tests.storms import WAYS, own_database, workers
from tests.waiting import until

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

MARK = "Cache-Status"
NUMBER = 'href="tel:+45'


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    return tmp_path_factory.mktemp("storm")


@pytest.fixture(scope="module")
def database(data_dir):
    with own_database(data_dir) as database:
        yield database


@pytest.fixture(scope="module")
def site(data_dir, database):
    with started(data_dir, **database.variables) as site:
        yield site


def with_status(status, answer):
    return answer if answer.status == status else None


def confirmed(page):
    return None if page.headers[MARK] else page


class Storm:
    """What the site answered before, while and after the database was away."""

    def __init__(self, site, away):
        # The earlier way may be all but over: not every worker has asked again.
        self.before = until(lambda: confirmed(site.get("/strategi/")))
        with away():
            self.page = site.get("/strategi/")
            self.search = site.get(f"/soeg/?q={away.__name__}")
            self.ready = site.get("/sundhed/klar")
            # Where nothing is asked of the database, once the worker knows.
            self.admin = until(lambda: with_status(503, site.get("/admin/")))
            self.other_page = site.get("/en/opdateringer/")
            self.live = site.get("/sundhed/live")
            for worker in workers(site):
                worker.kill()
                worker.wait()
            until(site.listens)
            self.page_of_new_worker = site.get("/strategi/")
        until(lambda: with_status(200, site.get("/soeg/?q=bagefter")))
        self.after = until(lambda: confirmed(site.get("/strategi/")))


@pytest.fixture(scope="module", params=WAYS)
def storm(request, site, database):
    return Storm(site, getattr(database, request.param))


def test_pages_are_served_as_before(storm):
    assert (storm.page.status, storm.page.body) == (200, storm.before.body)


def test_a_worker_that_starts_meanwhile_serves_them_too(storm):
    page = storm.page_of_new_worker

    assert (page.status, page.body) == (200, storm.before.body)


def test_operators_see_that_nobody_knows_whether_they_are_the_present_ones(storm):
    pages = [storm.before, storm.page_of_new_worker]

    assert [page.headers[MARK] for page in pages] == [None, 'site; hit; detail="database away"']


@pytest.mark.parametrize("asked", ["search", "admin", "other_page"])
def test_what_needs_the_database_says_whom_to_call(storm, asked):
    answer = getattr(storm, asked)

    assert (answer.status, answer.headers["Retry-After"]) == (503, "30")
    assert NUMBER in answer.text


def test_whoever_watches_is_told_that_the_process_lives_and_cannot_serve(storm):
    assert (storm.live.status, storm.ready.status) == (200, 503)


def test_afterwards_all_is_as_it_was(storm):
    assert (storm.after.status, storm.after.body) == (200, storm.before.body)
