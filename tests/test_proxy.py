"""The site behind nginx, as deploy/nginx.conf sets it up."""

import gzip
import re
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.proxied import proxied
from tests.started import started
from tests.storms import own_database
from tests.waiting import until


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="module")
def site(data_dir):
    with own_database(data_dir) as database, started(data_dir, **database.variables) as site:
        yield site


@pytest.fixture(scope="module")
def proxy(site, tmp_path_factory):
    with proxied(tmp_path_factory.mktemp("proxy"), site.port) as proxy:
        yield proxy


def came(proxy, *answers):
    """
    What nginx wrote down of each: HIT, MISS, BYPASS …

    It does so after it has answered, so that a line may be a while in coming.
    """
    ids = [answer.headers["X-Request-ID"] for answer in answers]
    until(lambda: set(ids) <= set(written(proxy)))
    return [written(proxy)[each] for each in ids]


def written(proxy):
    """By the id of the answer."""
    return {line.split()[-2]: line.split()[-1] for line in proxy.lines()}


@contextmanager
def serving(server):
    Thread(target=server.serve_forever).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def until_the_next_second():
    time.sleep(1 - time.time() % 1)


def headers_of(answer):
    # Each request has an id of its own.
    of_connection = {"date", "connection", "server", "x-request-id"}
    named = {name.lower(): value for name, value in answer.headers.items()}
    return {name: value for name, value in named.items() if name not in of_connection}


def test_a_page_comes_as_the_site_sent_it(site, proxy):
    own, passed = (each.get("/strategi/") for each in (site, proxy))

    assert headers_of(passed) == headers_of(own)
    assert passed.body == own.body


def test_each_answer_has_the_id_of_its_line_also_when_it_is_kept(proxy):
    ids = {proxy.get("/strategi/").headers["X-Request-ID"] for _time in range(3)}

    until(lambda: ids <= written(proxy).keys())
    assert len(ids) == 3


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("identity", None),
    ],
)
def test_each_visitor_gets_the_form_that_they_can_read(proxy, accepted, coding):
    page = proxy.get("/strategi/", **{"Accept-Encoding": accepted})

    assert page.headers["Content-Encoding"] == coding
    if coding == "gzip":
        assert gzip.decompress(page.body) == proxy.get("/strategi/").body


def test_what_a_visitor_has_is_not_sent_again(proxy):
    etag = proxy.get("/strategi/").headers["ETag"]
    again = proxy.get("/strategi/", **{"If-None-Match": etag})

    assert (again.status, again.body, again.headers["ETag"]) == (304, b"", etag)


def test_a_page_is_kept_for_a_second_whatever_follows_its_address(proxy):
    until_the_next_second()
    answers = [proxy.get(path) for path in ("/raadgivning/", "/raadgivning/?utm_source=x")]

    assert came(proxy, *answers) == ["MISS", "HIT"]


def test_when_the_second_has_ended_the_site_is_asked_whether_it_is_still_the_page(proxy):
    until_the_next_second()
    first = proxy.get("/en/raadgivning/")
    until_the_next_second()
    answers = [proxy.get("/en/raadgivning/") for _ in range(2)]

    assert came(proxy, first, *answers) == ["MISS", "REVALIDATED", "HIT"]


def test_an_address_that_is_nearly_a_page_is_not_kept_as_the_page(proxy):
    answers = [proxy.get(path).status for path in ("//handleplaner/", "/handleplaner/")]

    assert answers == [404, 200]


def test_whoever_is_signed_in_is_not_answered_from_what_is_kept(proxy):
    answers = [
        proxy.get("/statistik/", **headers) for headers in ({}, {"Cookie": "sessionid=x"})
    ]

    assert came(proxy, *answers) == ["MISS", "BYPASS"]


@pytest.mark.parametrize("path", ["/soeg/?q=vold", "/sundhed/live", "/admin/"])
def test_what_is_not_for_everybody_is_not_kept(proxy, path):
    answers = [proxy.get(path) for _ in range(2)]

    assert came(proxy, *answers) == ["MISS", "MISS"]


def test_the_site_may_stop_and_its_pages_are_still_there(data_dir, tmp_path):
    with own_database(data_dir) as database, ExitStack() as stack:
        with started(data_dir, **database.variables) as site:
            proxy = stack.enter_context(proxied(tmp_path, site.port))
            before = proxy.get("/strategi/")
        # What is kept for a second is old by then.
        time.sleep(1.5)
        after = proxy.get("/strategi/")
        states = came(proxy, after)

    assert (after.status, after.body, states) == (200, before.body, ["STALE"])


def test_a_file_that_one_server_lacks_comes_from_another(site, tmp_path):
    """As while several change to a new release, one after another."""
    sheet = re.search(r'href="(/static/[^"]+\.css)"', site.get("/").text)[1]
    (tmp_path / "empty").mkdir()
    empty = partial(SimpleHTTPRequestHandler, directory=tmp_path / "empty")
    with (
        serving(ThreadingHTTPServer(("127.0.0.1", 0), empty)) as lacking,
        proxied(tmp_path, site.port, lacking.server_port) as proxy,
    ):
        # Past what is kept, so that each of them has its turn.
        answers = [proxy.get(sheet, Cookie="sessionid=x").status for _ in range(4)]

    assert answers == [200] * 4


def test_whoever_asks_a_server_that_hangs_is_answered_by_another(site, tmp_path):
    """It takes the call, since Linux does, and says nothing."""
    with (
        socket.create_server(("127.0.0.1", 0)) as hung,
        proxied(tmp_path, site.port, hung.getsockname()[1]) as proxy,
    ):
        answers = [proxy.get("/sundhed/live").status for _ in range(4)]

    assert answers == [200] * 4


class Slow(BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(5)
        self.send_response(204)
        self.end_headers()

    do_POST = do_GET  # noqa: N815

    def log_message(self, *arguments):
        """Whoever hung up is not missed."""


def test_who_sends_something_is_waited_for_and_who_reads_is_not(tmp_path):
    with (
        serving(ThreadingHTTPServer(("127.0.0.1", 0), Slow)) as slow,
        proxied(tmp_path, slow.server_port) as proxy,
        ThreadPoolExecutor() as both,
    ):
        methods = ["GET", "POST"]
        answers = list(both.map(lambda method: proxy.ask(method, "/", {}).status, methods))

    assert answers == [504, 204]
