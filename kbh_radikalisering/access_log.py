"""Who asked is nobody's business; what was asked for is the operator's."""

import asyncio
import sys
import time

from kbh_radikalisering.masking import masked

# A busy worker writes its lines together, this many seconds after the first of them.
TOGETHER = 0.1


class AccessLog:
    """
    A line a request on standard output, without addresses, queries and referrers.

    Not gunicorn's own, which takes every header of every request down before it knows
    what is wanted of them: that costs more than to send a page that is kept.
    """

    def __init__(self):
        self.lines = []

    def note(self, scope, status, size, seconds=0.0):
        if not self.lines:
            asyncio.get_running_loop().call_later(TOGETHER, self.write)
        self.lines.append((time.time(), scope, status, size, seconds))

    def write(self):
        sys.stdout.write("".join(line(*noted) for noted in self.lines))
        sys.stdout.flush()
        self.lines.clear()

    def follow(self, application):
        """ASGI: `application`, with a line of each of its requests."""

        async def followed(scope, receive, send):
            began = time.monotonic()
            status, size = 500, 0

            async def counted(message):
                nonlocal status, size
                status = message.get("status", status)
                size += len(message.get("body", b""))
                await send(message)

            try:
                await application(scope, receive, counted)
            finally:
                self.note(scope, status, size, time.monotonic() - began)

        return followed


def line(at, scope, status, size, seconds):
    moment = time.strftime("%d/%b/%Y:%H:%M:%S %z", time.localtime(at))
    # As it was sent: decoded it may hold line breaks, and so lines of their own.
    path = masked(scope["raw_path"].decode("latin-1"))
    took = round(seconds * 1000)
    return f"[{moment}] {scope['method']} {path} {status} {size} bytes {took} ms\n"
