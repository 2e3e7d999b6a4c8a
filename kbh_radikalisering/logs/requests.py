"""A line a request, without addresses, queries, referrers and browsers."""

import asyncio
import logging
import sys
import time

from kbh_radikalisering import environment

from . import request_id, streams
from .detail import detail
from .formats import LINES, REQUEST, REQUEST_LINES, moment
from .masking import masked

logger = logging.getLogger(__name__)

# A busy worker writes its lines together, this many seconds after the first of them.
TOGETHER = 0.1
# As nginx calls it, for HTTP has no number.
CLIENT_LEFT = 499
# More at once would keep the visitors waiting for them.
MOST = 50


class RequestLog:
    """
    On standard output, in the form that LOG_FORMAT asks for.

    Not gunicorn's own, which takes every header of every request down before it knows
    what is wanted of them: that costs more than to send a page that is kept.
    """

    def __init__(self, metrics=None):
        """Who counts as well is told of each request: `metrics`, where there are any."""
        self.metrics = metrics
        self.lines = []
        self.lost = 0
        form = environment.read()["LOG_FORMAT"]
        self.line, self.line_in_detail = REQUEST_LINES[form], LINES[form]

    def note(self, scope, status, size, *, seconds=0.0, source):
        """`source` tells what the answer came "from", and more for who asks for detail."""
        if not self.lines:
            asyncio.get_running_loop().call_later(TOGETHER, self.write)
        # Now, and not once it is written: what the scopes of fifty requests hold would be
        # memory that the next request finds cold.
        told = values(scope, status, size, seconds)
        if detail.is_on():
            line = self.line_in_detail(dict(zip(REQUEST, told, strict=True)) | source)
        else:
            line = self.line(*told)
        self.lines.append(f"{line}\n")
        if self.metrics:
            self.metrics.note(status, size, seconds, source["from"])
        if len(self.lines) >= MOST:
            self.write()

    def write(self):
        lines = self.lines
        # First, for where a line is waiting nobody else is told to write.
        self.lines = []
        self.tell_of(streams.write(sys.stdout, lines))

    def tell_of(self, lost):
        """Once somebody reads them again, how many lines nobody has read."""
        if lost:
            self.lost += lost
        elif self.lost:
            logger.warning("%d lines of requests were lost: nobody read them", self.lost)
            self.lost = 0

    def follow(self, application):
        """ASGI: `application`, with a line of each of its requests, and each with its id."""

        async def followed(scope, receive, send):
            began = time.monotonic()
            own = request_id.header_of(scope)
            status, size = None, 0

            async def counted(message):
                nonlocal status, size
                if message["type"] == "http.response.start":
                    status = message["status"]
                    message = message | {"headers": [*message["headers"], own]}
                size += len(message.get("body", b""))
                await send(message)

            try:
                await application(scope, receive, counted)
            except asyncio.CancelledError:
                # Whoever asked has left, before they were answered or right after it. What
                # Django is doing for them, it goes on with.
                status = status or CLIENT_LEFT
                raise
            finally:
                took = time.monotonic() - began
                self.note(scope, status or 500, size, seconds=took, source={"from": "django"})

        return followed


def values(scope, status, size, seconds):
    """Of each name in REQUEST."""
    return (
        moment(time.time()),
        scope["method"],
        # As it was sent: decoded it may hold line breaks, and so lines of their own.
        masked(scope["raw_path"].decode("latin-1")),
        status,
        size,
        round(seconds * 1000),
        request_id.known(scope),
    )
