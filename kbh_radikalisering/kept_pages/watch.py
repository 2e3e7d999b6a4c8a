"""Which edition the site is at: asked once a second by each worker, never by a request."""

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from math import inf
from typing import NamedTuple

from django.db import Error, connection

from content.publishing.kept import read_edition

logger = logging.getLogger(__name__)

# With the time that the question takes, each worker knows within a second.
INTERVAL = 0.8
# A database that has said nothing for so long is taken to be away, whatever it does.
PATIENCE = 3


class Seen(NamedTuple):
    """
    The edition as it was when the database was asked, `at` on the monotonic clock.

    `due_at` is when the next plan is to be carried out, in seconds since 1970.
    """

    key: str | None
    due_at: float = inf
    at: float = 0


class DatabaseAwayError(Exception):
    """What was being waited for may never come."""


class EditionWatch:
    """The present edition as this worker knows it; it belongs to the event loop."""

    def __init__(self):
        self.key = None
        self.due_at = inf
        self.seen_at = 0
        self.has_failed = False
        self.confirmed_at = time.monotonic()
        self.is_running = False
        self.listeners = []
        self._look = None
        # A thread of its own: those that serve visitors may all be waiting.
        self._asker = ThreadPoolExecutor(1, thread_name_prefix="edition")

    @property
    def is_away(self):
        """Whether the database is not to be counted on."""
        if not self.is_running:
            return False
        return self.has_failed or time.monotonic() - self.confirmed_at > PATIENCE

    async def run(self):
        """Look for ever; whoever started it cancels it."""
        self.is_running, self.confirmed_at = True, time.monotonic()
        try:
            while True:
                await self.look()
                await asyncio.sleep(INTERVAL)
        finally:
            self.is_running = False

    async def look(self):
        """Ask the database now; who comes while it is being asked gets the same answer."""
        if self._look is None or self._look.done():
            self._look = asyncio.create_task(self.ask())
        await asyncio.shield(self._look)

    async def look_anew(self):
        """As look(), but never the answer to a question that was asked before."""
        if self._look is not None and not self._look.done():
            await asyncio.wait({self._look})
        await self.look()

    async def unless_away(self, awaitable):
        """
        What `awaitable` comes to, or DatabaseAwayError once nothing is to be hoped for.

        It goes on by itself then, and where whoever wanted it has left: a thread that waits
        for a database cannot be stopped, and what an editor has saved is to be saved whole.
        """
        future = asyncio.ensure_future(awaitable)
        future.add_done_callback(seen_to)
        while not future.done():
            if self.is_away:
                raise DatabaseAwayError
            await asyncio.wait({future}, timeout=INTERVAL)
        return future.result()

    async def ask(self):
        try:
            edition = await asyncio.get_running_loop().run_in_executor(self._asker, asked)
        except Error as error:
            if not self.has_failed:
                logger.warning("The database is away: the last edition is served. %s", error)
            self.has_failed = True
            return
        if self.has_failed:
            logger.warning("The database is back")
        self.confirmed_at, self.has_failed = time.monotonic(), False
        self.learn(edition)

    def learn(self, edition):
        """Take over a Seen, unless a later one is known; tell of a new edition."""
        if edition.at < self.seen_at:
            return
        self.seen_at, self.due_at, key = edition.at, edition.due_at, edition.key
        if key != self.key:
            self.key = key
            for listener in self.listeners:
                listener(key)


def seen_to(future):
    """Perhaps nobody waits any more for how it ended, which asyncio would complain of."""
    if not future.cancelled():
        future.exception()


def asked():
    """The Seen of this moment, by the database."""
    at = time.monotonic()
    try:
        return seen(read_edition(), at)
    finally:
        connection.close()


def seen(edition, at):
    key, due_at = edition["key"], edition["due_at"]
    return Seen(str(key) if key else None, due_at.timestamp() if due_at else inf, at)


# The one of this process; it runs where pages are kept, and is silent elsewhere.
watch = EditionWatch()
