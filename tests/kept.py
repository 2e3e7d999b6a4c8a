"""A worker of the site as gunicorn drives it, in the process of the test."""

import asyncio

from django.db import connection

from kbh_radikalisering.kept_pages.application import KeptPages
from kbh_radikalisering.kept_pages.copies import Copies
from kbh_radikalisering.kept_pages.files import kept_files
from kbh_radikalisering.kept_pages.passing_on import PassingOn
from kbh_radikalisering.kept_pages.shelf import Shelf
from kbh_radikalisering.kept_pages.watch import EditionWatch
from kbh_radikalisering.logs.requests import RequestLog
from kbh_radikalisering.wsgi import application as wsgi_application


class Answer:
    def __init__(self, messages):
        self.status = messages[0]["status"]
        self.headers = dict(messages[0]["headers"])
        # Each answer's own, whatever else is the same.
        self.id = self.headers.pop(b"x-request-id", b"").decode()
        self.body = b"".join(message.get("body", b"") for message in messages[1:])

    @property
    def text(self):
        return self.body.decode()


class Worker:
    """`rendered` are the addresses that Django was asked for in nobody's name."""

    def __init__(self, folder, wsgi=wsgi_application):
        self.rendered = []
        self.passed_on = []
        self.wsgi = wsgi
        self.watch = EditionWatch()
        self.shelf = Shelf(self.counted, self.watch, Copies(folder, "release"))
        log = RequestLog()
        log.write = log.lines.clear
        self.application = KeptPages(
            self.shelf,
            kept_files(wsgi_application),
            log.follow(PassingOn(self.counted, self.watch, threads=4)),
            log,
        )

    def counted(self, environ, start_response):
        nobody = environ.get("REMOTE_ADDR") == "127.0.0.1"
        (self.rendered if nobody else self.passed_on).append(environ["PATH_INFO"])
        return self.wsgi(environ, start_response)

    async def get(self, path, method="GET", body=b"", **headers):
        path, _, query = path.partition("?")
        sent = [(name.replace("_", "-").encode(), v.encode()) for name, v in headers.items()]
        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": [(b"host", b"localhost"), *sent],
            "client": ("192.0.2.1", 1),
        }
        messages = []

        async def receive():
            return {"type": "http.request", "body": body}

        async def send(message):
            messages.append(message)

        await self.application(scope, receive, send)
        return Answer(messages)

    async def settled(self):
        """Until all that is made ahead of the visitors is made."""
        await self.watch.look()
        await self.shelf.preparing
        self.rendered.clear()


async def elsewhere(function, *arguments, **options):
    """As another process would do it, which leaves no connection behind."""

    def done():
        try:
            return function(*arguments, **options)
        finally:
            connection.close()

    return await asyncio.to_thread(done)


def drive(scenario):
    """Run a scenario, a coroutine, to its end."""
    return asyncio.run(scenario)
