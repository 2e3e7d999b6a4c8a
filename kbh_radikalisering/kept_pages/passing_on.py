"""What is not kept goes to Django's WSGI application, each request in a thread of its own."""

import asyncio
import logging

from asgiref.sync import ThreadSensitiveContext
from asgiref.wsgi import WsgiToAsgi
from django.utils import translation

from content.publishing.languages import language_of_path
from kbh_radikalisering.errors import page_for_fault

from .page import start
from .watch import DatabaseAwayError

logger = logging.getLogger(__name__)

# What a body may hold, as in deploy/nginx.conf. The site's own limits are stricter.
LARGEST_BODY = 64 * 1024 * 1024
NO_ROOM = [
    (b"content-type", b"text/html; charset=utf-8"),
    (b"content-security-policy", b"default-src 'none'; style-src 'self'"),
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
]


class ClientLeftError(Exception):
    pass


class BodyTooLargeError(Exception):
    pass


class PassingOn:
    """An ASGI application; `threads` requests at a time, for as long as `watch` has hope."""

    def __init__(self, wsgi_application, watch, threads):
        self.bridge = WsgiToAsgi(closing(wsgi_application))
        self.watch = watch
        self.places = asyncio.Semaphore(threads)

    async def __call__(self, scope, receive, send):
        arrival, departure = Arrival(receive, self.places), Departure(send)
        passed = self.passed(scope, arrival, departure)
        if self.watch.is_away:
            # Django says at once what does not work, and does what works without.
            await asyncio.shield(passed)
            return
        try:
            await self.watch.unless_away(passed)
        except DatabaseAwayError:
            arrival.leave()
            if departure.is_begun:
                raise
            departure.is_closed = True
            await self.passed(scope, Arrival(no_body, self.places), Departure(send))

    async def passed(self, scope, arrival, departure):
        try:
            async with ThreadSensitiveContext():
                await self.bridge(scope, arrival.receive, departure.send)
        except ClientLeftError:
            return
        except BodyTooLargeError:
            await departure.send(
                start(413, [(b"content-length", b"0"), (b"connection", b"close")])
            )
            await departure.send({"type": "http.response.body", "body": b""})
        except OSError:
            # A body that is large is written to the disk, which is full.
            if departure.is_begun:
                raise
            logger.exception("There is no room for a request")
            await departure.send(start(503, NO_ROOM))
            body = await asyncio.to_thread(page_for_fault_at, scope["path"])
            await departure.send({"type": "http.response.body", "body": body})
        finally:
            arrival.leave()


class Arrival:
    """A request that comes in, however slowly; it takes a place once it is all there."""

    def __init__(self, receive, places):
        self.receive_more = receive
        self.places = places
        self.size = 0
        self.has_place = False

    async def receive(self):
        message = await self.receive_more()
        if message["type"] != "http.request":
            raise ClientLeftError
        self.size += len(message.get("body", b""))
        if self.size > LARGEST_BODY:
            raise BodyTooLargeError
        if not message.get("more_body"):
            await self.places.acquire()
            self.has_place = True
        return message

    def leave(self):
        if self.has_place:
            self.has_place = False
            self.places.release()


class Departure:
    """A response on its way out, until somebody else has answered."""

    def __init__(self, send):
        self.send_on = send
        self.is_begun = False
        self.is_closed = False

    async def send(self, message):
        if not self.is_closed:
            self.is_begun = True
            await self.send_on(message)


async def no_body():
    return {"type": "http.request", "body": b""}


def page_for_fault_at(path):
    with translation.override(language_of_path(path)):
        return page_for_fault().encode()


def closing(wsgi_application):
    """The bridge does not close responses, which is when Django lets go of the database."""

    def application(environ, start_response):
        response = wsgi_application(environ, start_response)
        try:
            yield from response
        finally:
            response.close()

    return application
