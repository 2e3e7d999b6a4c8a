"""Where the pages of the present edition stand, and how they get there."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from functools import partial

from django.db import Error

from content.publishing.languages import language_of_path
from kbh_radikalisering.limits import searches

from . import addresses, store
from .addresses import Kind
from .flights import Flights
from .front import front_addresses
from .rendering import Rendered, render
from .watch import DatabaseAwayError

# To make a page is work for the processor, of which a worker has one.
MAKERS = 4
# Between two pages that nobody waits for the visitors have their turn.
PAUSE = 0.01


class Shelf:
    """
    All state belongs to the event loop; what takes time is done in threads.

    `watch` knows the edition, `copies` are those on the disk.
    """

    def __init__(self, wsgi_application, watch, copies):
        self.wsgi_application = wsgi_application
        self.watch = watch
        self.copies = copies
        self.pages = store.Store(store.PAGES)
        self.searches = store.Store(store.SEARCHES)
        self.flights = Flights()
        self.makers = ThreadPoolExecutor(MAKERS, thread_name_prefix="page")
        # The addresses of the edition, as soon as they have been read.
        self.known = None
        self.preparing = None
        watch.listeners.append(self.begin)

    def at_hand(self, scope):
        """The page that a request is for, if it is here and present."""
        path = scope["path"]
        if scope["query_string"] and path in addresses.with_query():
            return None
        page = self.pages.get(path)
        return page if page is not None and self.is_present(page) else None

    def is_present(self, page):
        if page.edition != self.watch.key:
            return False
        now = time.time()
        return (now < page.until and now < self.watch.due_at) or self.watch.is_away

    async def fetch(self, scope):
        """The page that a request is for, made if need be; None if it is none to be kept."""
        path = scope["path"]
        kind = addresses.kind_of(path, self.known)
        if kind is Kind.OTHER:
            return None
        query = addresses.query_of(path, scope["query_string"])
        key = f"{path}?{query}" if query else path
        if kind is Kind.UNKNOWN:
            key, query = f"404 {language_of_path(path)}", ""
            path = addresses.nowhere_like(path)
        kept = (self.searches if query else self.pages).get(key)
        if kept is not None and self.is_present(kept):
            return kept
        with suppress(DatabaseAwayError):
            if query and not await self.may_search(scope):
                return await self.refusal(path)
            make = partial(self.make, key, path, query, kept)
            return await self.watch.unless_away(self.flights.join(key, make))
        return kept or await asyncio.to_thread(self.copies.read, self.watch.key, key)

    async def make(self, key, path, query, last):
        """A new page for `key`; the `last` one where none can be had."""
        made = await self.in_thread(self.made, key, path, query)
        if made.edition:
            self.watch.learn(made.edition)
        page = made.page
        if page.status >= 500:
            return last or page
        if self.is_present(page):
            self.keep(key, page, is_search=bool(query))
        return page

    async def may_search(self, scope):
        """What is kept of searches has no limit; what has to be made has one."""
        return await self.watch.unless_away(searches.allows(scope, self.makers))

    async def refusal(self, path):
        """What is said to whoever has searched too much, the same to all in a language."""
        key = f"429 {language_of_path(path)}"
        kept = self.searches.get(key)
        if kept is None or not self.is_present(kept):
            refused = {searches.REFUSED: True}
            kept = (await self.in_thread(render, self.wsgi_application, path, "", refused)).page
            self.searches.put(key, kept)
        return kept

    def keep(self, key, page, *, is_search):
        if is_search:
            self.searches.put(key, page)
        elif page.is_public:
            self.pages.put(key, page)

    def made(self, key, path, query):
        """In a thread: a Rendered, from the disk where another worker has been."""
        edition = self.watch.key
        if query or edition is None:
            return render(self.wsgi_application, path, query)
        with self.copies.alone(key):
            copy = self.copies.read(edition, key)
            if copy is not None and time.time() < copy.until:
                return Rendered(copy, None)
            made = render(self.wsgi_application, path)
            if made.page.is_public:
                self.copies.write(key, made.page)
            return made

    def begin(self, edition):
        """A new edition: nothing of the last one is sent from now on."""
        asked_for = self.pages.clear()
        self.searches.clear()
        self.known = None
        addresses.kind_of.cache_clear()
        if self.preparing:
            self.preparing.cancel()
        self.preparing = asyncio.create_task(self.prepare(edition, asked_for))

    async def prepare(self, edition, asked_for):
        """Make what is going to be asked for: the front menu first, then what was before."""
        if edition is None:
            return
        await self.in_thread(self.copies.begin, edition)
        try:
            self.known = await self.in_thread(addresses.known_addresses)
            front = await self.in_thread(front_addresses)
        except Error:
            # The watch says that the database is away.
            return
        for path in dict.fromkeys([*front, *asked_for]):
            # What is kept under another name than its address is made when it is wanted.
            if path.startswith("/") and "?" not in path:
                await self.fetch({"path": path, "query_string": b""})
                await asyncio.sleep(PAUSE)

    async def in_thread(self, function, *arguments):
        loop = asyncio.get_running_loop()
        # With the id of the request in whose name it is done.
        return await loop.run_in_executor(self.makers, copy_context().run, function, *arguments)
