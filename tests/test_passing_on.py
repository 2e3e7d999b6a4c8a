"""What a worker does with requests that are not for kept pages."""

import asyncio
import json
from threading import Event

import pytest

from kbh_radikalisering.kept_pages.passing_on import PassingOn
from kbh_radikalisering.kept_pages.watch import EditionWatch
from kbh_radikalisering.logs.requests import RequestLog
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


class Slow:
    """A WSGI application that says when it is at work, and works until it may stop."""

    def __init__(self):
        self.is_at_work, self.may_stop = Event(), Event()
        self.is_done = False

    def __call__(self, environ, start_response):
        self.is_at_work.set()
        self.may_stop.wait(10)
        self.is_done = True
        start_response("204 No Content", [])
        return Closing()


class Closing(list):
    def close(self):
        pass


def left(slow, capsys):
    """Someone asks and leaves while it is done; the PassingOn, and the line about it."""

    async def scenario():
        log = RequestLog()
        passing_on = PassingOn(slow, EditionWatch(), threads=1)
        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": "POST",
            "scheme": "http",
            "path": "/admin/",
            "raw_path": b"/admin/",
            "query_string": b"",
            "headers": [],
            "client": ("192.0.2.1", 1),
        }
        asked = asyncio.create_task(log.follow(passing_on)(scope, receive, send))
        await asyncio.to_thread(slow.is_at_work.wait, 10)
        asked.cancel()
        await asyncio.wait({asked})
        slow.may_stop.set()
        # The one place is free once it is done.
        await passing_on.places.acquire()
        log.write()

    async def receive():
        return {"type": "http.request", "body": b""}

    async def send(message):
        pass

    drive(scenario())
    return json.loads(capsys.readouterr().out)


def test_what_was_begun_is_done_although_whoever_asked_has_left(capsys):
    slow = Slow()
    left(slow, capsys)

    assert slow.is_done


def test_the_log_says_that_they_left_and_not_that_the_site_failed(capsys):
    assert left(Slow(), capsys)["status"] == 499
