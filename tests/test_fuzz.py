"""
Whatever is asked, the site stays calm: straight through the ASGI application.

`make fuzz N=100000` asks more, each time something else.
"""

import asyncio
import logging
import os
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from . import fuzz
from .kept import Answer, Worker

MANY = int(os.environ.get("FUZZ", "0"))
bounded = settings(
    max_examples=MANY or 150,
    derandomize=not MANY,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)


@pytest.fixture(autouse=True)
def quiet():
    """A refusal a request would fill the report of the one that goes wrong."""
    logging.disable()
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def loop():
    loop = asyncio.new_event_loop()
    yield loop
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(asyncio.sleep(0))
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()


async def answer(worker, request, number):
    method, target, headers, body = request
    messages = []

    async def receive():
        return {"type": "http.request", "body": body}

    async def send(message):
        messages.append(message)

    await worker.application(fuzz.scope(method, target, headers, number), receive, send)
    return Answer(messages)


def test_whatever_is_asked_the_answer_is_calm_and_tells_nothing(
    loop,
    transactional_db,
    site_settings,
    home,
    page,
    network,
    concern_year,
    advice_unit,
    help_line,
    tmp_path,
):
    worker = Worker(tmp_path)
    loop.run_until_complete(worker.settled())
    # Nobody asks the database each second here, which is no reason to think it away.
    worker.watch.is_running = False
    numbers, statuses = count(), set()

    @bounded
    @given(fuzz.requests())
    def asked(request):
        got = loop.run_until_complete(answer(worker, request, next(numbers)))
        statuses.add(got.status)

        assert fuzz.faults(got, request) == []

    asked()

    # Else nothing was asked that is there, or nothing that is not.
    assert statuses >= {200, 404}


def test_a_fault_is_seen():
    wrong = Answer(
        [
            {
                "type": "http.response.start",
                "status": 500,
                "headers": [
                    (b"content-type", b"text/html"),
                    (b"location", b"//evil.example/"),
                    (b"set-cookie", b"a=b"),
                    (b"x", b"a\r\nb"),
                ],
            },
            {"type": "http.response.body", "body": b"Traceback (most recent <img src=x>"},
        ]
    )

    assert fuzz.faults(wrong, ("HEAD", b"/", [], b"")) == [
        "status 500",
        "tells of its inside: b'Traceback (most recent'",
        "reflects what was sent",
        "lets a header be split",
        "leads elsewhere: //evil.example/",
        "sets a cookie",
        "lacks headers",
        "lacks a policy",
    ]
