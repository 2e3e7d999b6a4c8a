"""So many a minute for each visitor, counted by all processes and machines together."""

import logging
import time

from django.core.cache import cache

from . import visitors

logger = logging.getLogger(__name__)

SECONDS = 60


class Limit:
    def __init__(self, name, most):
        self.name = name
        self.most = most
        self.minute = None
        # Those for whom nothing needs to be counted any more in this minute.
        self.closed = set()

    def allows(self, visitor):
        """Count one more, unless nobody knows whose it is."""
        if visitor is None:
            return True
        minute = int(time.time() // SECONDS)
        if minute != self.minute:
            self.minute, self.closed = minute, set()
        key = f"{self.name} {visitors.unnamed(visitor, minute)}".replace(" ", "-")
        if key in self.closed:
            return False
        if self.count(key) <= self.most:
            return True
        self.closed.add(key)
        return False

    def count(self, key):
        """None counted where it can't be: a limit is no reason to answer nobody."""
        try:
            return cache.count(key, SECONDS)
        except Exception:
            logger.exception("A limit could not be counted")
            return 0
