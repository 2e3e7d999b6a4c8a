"""The site as an ASGI application: kept pages at once, everything else through Django."""

import asyncio
from contextlib import suppress

from kbh_radikalisering.logs import request_id

from .visitor import Visitor, until_the_second_ends
from .watch import PATIENCE, DatabaseAwayError, Seen

# Of a page that is sent although nobody knows whether it is the present one (RFC 9211).
UNCONFIRMED = (b"cache-status", b'site; hit; detail="database away"')


class KeptPages:
    """
    `shelf` has the pages and `files` what they ask for, by the address; `log` the lines.

    `django` is the ASGI application for the rest.
    """

    def __init__(self, shelf, files, django, log):
        self.shelf = shelf
        self.files = files
        self.watch = shelf.watch
        self.django = django
        self.log = log

    async def __call__(self, scope, receive, send):
        if scope["type"] == "lifespan":
            await self.live(receive, send)
            return
        visitor = Visitor(scope)
        kept = None
        if visitor.may_get_kept:
            kept = self.files.get(scope["path"]) or await self.page(scope, visitor)
        if kept is None:
            await self.django(scope, receive, send)
        else:
            await self.hand_out(kept, visitor, scope, send)

    async def page(self, scope, visitor):
        if visitor.has_session:
            # Who has just published is to see it, also from another worker.
            with suppress(DatabaseAwayError):
                await self.watch.unless_away(self.watch.look_anew())
        return self.shelf.at_hand(scope) or await self.fetched(scope)

    async def fetched(self, scope):
        # What goes wrong on the way has the name of who asked for it.
        request_id.of(scope)
        return await self.shelf.fetch(scope)

    async def hand_out(self, kept, visitor, scope, send):
        start, body = visitor.gets(kept)
        more = [UNCONFIRMED] if self.watch.is_away else []
        if visitor.asked_at and kept.lasts_a_second:
            more += until_the_second_ends(visitor.asked_at)
        if "request_id" in scope:
            more.append(request_id.header_of(scope))
        await send(start | {"headers": [*start["headers"], *more]} if more else start)
        await send({"type": "http.response.body", "body": body})
        source = {"from": "kept", "edition": kept.edition}
        self.log.note(scope, start["status"], len(body), source=source)

    async def live(self, receive, send):
        """Begin to watch before the first visitor, and end after the last."""
        await receive()
        watching = asyncio.create_task(self.watch.run())
        with suppress(TimeoutError):
            await asyncio.wait_for(self.watch.look(), PATIENCE)
        if self.watch.key is None and (last := self.shelf.copies.last_edition()):
            self.watch.learn(Seen(last))
        await send({"type": "lifespan.startup.complete"})
        await receive()
        watching.cancel()
        self.log.write()
        await send({"type": "lifespan.shutdown.complete"})
