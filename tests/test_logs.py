"""What is written down of what goes wrong, and how to see more of it for a while."""

import asyncio
import json
import logging
import os
import sys
import time
from contextlib import suppress
from io import StringIO
from ipaddress import ip_network

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from kbh_radikalisering.logs import exceptions, queries, request_id, threshold
from kbh_radikalisering.logs.detail import Detail
from kbh_radikalisering.logs.formats import LINES, REQUEST, REQUEST_LINES, Lines, moment
from kbh_radikalisering.logs.queries import queries_in_detail
from kbh_radikalisering.logs.requests import TOGETHER, RequestLog, values
from kbh_radikalisering.logs.streams import Console
from kbh_radikalisering.logs.threshold import Threshold
from kbh_radikalisering.management.commands import log_detail

from .disk import room_for
from .kept import Worker, drive

TYPED = "hvad-nogen-skrev"


@pytest.fixture
def detail(tmp_path, monkeypatch):
    """Of these tests alone."""
    detail = Detail(tmp_path / "log_detail")
    for module in (exceptions, queries, threshold, log_detail):
        monkeypatch.setattr(module, "detail", detail)
    return detail


def record(error=None, **values):
    about = {
        "name": "content.x",
        "levelname": "ERROR",
        "levelno": logging.ERROR,
        "msg": "Broken",
    }
    info = (type(error), error, error.__traceback__) if error else None
    return logging.makeLogRecord(about | values | {"exc_info": info})


def raised(error):
    """`error`, with where it comes from and what led to it."""
    try:
        try:
            raise KeyError(TYPED)
        except KeyError as first:
            raise error from first
    except type(error):
        return sys.exc_info()[1]


def test_a_record_is_one_line_of_json(detail):
    line = Lines("json").format(record(msg="linje\nlinje", created=0))

    assert json.loads(line) == {
        "time": "1970-01-01T00:00:00.000+00:00",
        "level": "ERROR",
        "logger": "content.x",
        "message": "linje\nlinje",
        "id": "",
    }
    assert "\n" not in line


def test_a_record_is_one_line_of_text_where_that_is_asked_for(detail):
    line = Lines("text").format(record(msg="linje\nlinje", created=0))

    assert line == "1970-01-01T00:00:00.000+00:00 ERROR content.x linje\\nlinje"


@pytest.mark.parametrize("form", ["json", "text"])
def test_a_request_is_told_of_in_the_same_words_with_and_without_detail(form):
    asked = {"method": "GET", "raw_path": b'/"\\\n\xe6/', "headers": [], "client": ("::1", 1)}
    told = values(asked, 200, 4100, 0.25)
    in_words = dict(zip(REQUEST, told, strict=True))

    assert REQUEST_LINES[form](*told) == LINES[form](in_words)


def test_a_request_is_told_of_by_the_millisecond():
    assert moment(1764154800.0459) == "2025-11-26T11:00:00.045+00:00"


@pytest.mark.parametrize("form", ["json", "text"])
def test_of_an_error_it_is_told_where_and_not_what_somebody_typed(detail, form):
    line = Lines(form).format(record(raised(ValueError(TYPED))))

    assert TYPED not in line
    assert "test_logs.py" in line
    assert line.index("KeyError") < line.index("ValueError")


def test_what_a_machine_says_of_itself_is_told(detail):
    line = Lines("json").format(record(raised(OperationalError("connection refused"))))

    assert json.loads(line)["exception"].endswith("OperationalError: connection refused")


def test_in_detail_all_of_an_error_is_told(detail):
    detail.begin(60)

    assert TYPED in Lines("json").format(record(raised(ValueError(TYPED))))


@pytest.mark.parametrize(
    ("name", "level", "is_written"),
    [
        ("content.x", logging.INFO, False),
        ("content.x", logging.WARNING, True),
        ("kbh_radikalisering.signin", logging.INFO, True),
        ("django.request", logging.WARNING, False),
        ("django.request", logging.ERROR, True),
        ("django.security.DisallowedHost", logging.ERROR, False),
        ("gunicorn.error", logging.INFO, False),
        ("gunicorn.error", logging.ERROR, True),
    ],
)
def test_what_is_written_down_and_what_only_in_detail(detail, name, level, is_written):
    asked = record(name=name, levelno=level)

    assert Threshold().filter(asked) == is_written
    detail.begin(60)
    detail.looked_at = 0
    assert Threshold().filter(asked)


def test_detail_ends_by_itself(detail, monkeypatch):
    now = time.time()
    detail.begin(60)
    found = []
    for later in (0, 59, 61):
        monkeypatch.setattr(time, "time", lambda later=later: now + later)
        found.append(detail.is_on())

    assert found == [True, True, False]


def test_another_process_sees_it_within_a_second(detail, monkeypatch):
    other = Detail(detail.file)
    now = time.time()
    before = other.is_on()
    detail.begin(60)
    monkeypatch.setattr(time, "time", lambda: now + 1.5)

    assert (before, other.is_on()) == (False, True)


def test_an_operator_turns_it_on_and_off(detail):
    said = StringIO()
    call_command("log_detail", minutes=2, stdout=said)
    is_on = detail.is_on()
    call_command("log_detail", minutes=0, stdout=said)
    detail.looked_at = 0

    assert (is_on, detail.is_on()) == (True, False)
    assert said.getvalue() == "Detail for 2 minutes.\nNo more detail.\n"


@pytest.mark.parametrize("minutes", ["61", "-1", "x"])
def test_it_is_not_turned_on_for_good(detail, minutes):
    with pytest.raises(CommandError):
        call_command("log_detail", f"--minutes={minutes}")
    assert not detail.is_on()


def test_in_detail_queries_are_told_without_their_values(detail, client, db, caplog):
    caplog.set_level(logging.DEBUG, logger="kbh_radikalisering.logs.queries")
    client.get("/soeg/", {"q": TYPED})
    before = len(caplog.records)
    detail.begin(60)
    detail.looked_at = 0
    client.get("/soeg/", {"q": TYPED})

    (told,) = [each.getMessage() for each in caplog.records]
    assert before == 0
    assert "queries in" in told
    assert TYPED not in told


def test_a_request_without_queries_has_nothing_to_tell(detail, rf, caplog):
    caplog.set_level(logging.DEBUG, logger="kbh_radikalisering.logs.queries")
    detail.begin(60)
    queries_in_detail(lambda request: None)(rf.get("/"))

    assert caplog.records == []


def scope(*headers, client="192.0.2.1"):
    return {"headers": [(b"x-request-id", value) for value in headers], "client": (client, 1)}


def test_each_request_gets_an_id_that_stays_the_same():
    one, other = scope(), scope()

    assert request_id.of(one) == request_id.of(one)
    assert request_id.of(one) != request_id.of(other)
    assert request_id.FORM.fullmatch(request_id.of(one).encode())


@pytest.mark.parametrize(
    ("sent", "client", "is_taken"),
    [
        (b"0123456789abcdef", "10.0.0.1", True),
        # A visitor could make two requests look like one.
        (b"0123456789abcdef", "192.0.2.1", False),
        (b"short", "10.0.0.1", False),
        (b"a" * 65, "10.0.0.1", False),
        (b"<script>alert(1)", "10.0.0.1", False),
    ],
)
def test_an_id_is_taken_from_a_proxy_that_is_trusted(settings, sent, client, is_taken):
    request_id.is_proxy.cache_clear()
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/24")]

    found = request_id.of(scope(sent, client=client))
    request_id.is_proxy.cache_clear()

    assert (found == sent.decode()) == is_taken


def test_what_goes_wrong_while_a_page_is_made_has_the_id_of_who_asked_for_it(
    transactional_db, tmp_path
):
    noted = []

    def broken(environ, start_response):
        noted.append(request_id.current.get())
        start_response("500 Internal Server Error", [])
        return Closing()

    class Closing(list):
        def close(self):
            pass

    async def scenario():
        worker = Worker(tmp_path, wsgi=broken)
        await worker.watch.look()
        return await worker.get("/strategi/")

    answer = drive(scenario())

    assert answer.id in noted


def line_of(log, path):
    scope = {"method": "GET", "raw_path": path.encode(), "headers": []}

    async def asked_for():
        log.note(scope, 200, 1, source={"from": "kept"})
        await asyncio.sleep(2 * TOGETHER)

    drive(asked_for())


def test_a_full_disk_does_not_end_the_lines_of_requests(tmp_path, monkeypatch):
    log = RequestLog()

    with (tmp_path / "log").open("w") as file:
        monkeypatch.setattr(sys, "stdout", file)
        with room_for(0):
            line_of(log, "/fuld/")
        line_of(log, "/plads/")

    last = (tmp_path / "log").read_text().splitlines()[-1]
    assert json.loads(last)["path"] == "/plads/"


@pytest.fixture
def full_pipe():
    """Where it is written to, as a text file, and where nobody reads it yet."""
    end, beginning = os.pipe()
    os.set_blocking(beginning, False)
    with suppress(BlockingIOError):
        while True:
            os.write(beginning, b"x" * 4096)
    os.set_blocking(beginning, True)
    os.set_blocking(end, False)
    with os.fdopen(beginning, "w") as pipe, os.fdopen(end, "rb", buffering=0) as reader:
        yield pipe, reader


def all_read(pipe):
    return b"".join(iter(pipe.read, None))


def test_whoever_hangs_who_collects_the_lines_stops_no_request(full_pipe, caplog, monkeypatch):
    pipe, unread = full_pipe
    monkeypatch.setattr(sys, "stdout", pipe)
    log = RequestLog()
    for number in range(3):
        line_of(log, f"/{number}/")
    all_read(unread)
    line_of(log, "/igen/")

    assert json.loads(all_read(unread))["path"] == "/igen/"
    assert caplog.messages == ["3 lines of requests were lost: nobody read them"]


def test_what_goes_wrong_stops_nobody_where_nobody_reads_it(full_pipe):
    pipe, unread = full_pipe
    console = Console(pipe)
    for text in ["ulæst", "læst"]:
        console.handle(logging.makeLogRecord({"msg": text}))
        read = all_read(unread)

    assert read.decode() == "læst\n"


def test_who_leaves_as_soon_as_they_are_answered_was_answered(monkeypatch):
    log, noted = RequestLog(), []
    monkeypatch.setattr(log, "note", lambda scope, status, size, **more: noted.append(status))

    async def answered_and_left(scope, receive, send):
        await send({"type": "http.response.start", "status": 404, "headers": []})
        raise asyncio.CancelledError

    async def send(message):
        pass

    with pytest.raises(asyncio.CancelledError):
        drive(log.follow(answered_and_left)({"type": "http", "headers": []}, None, send))
    assert noted == [404]
