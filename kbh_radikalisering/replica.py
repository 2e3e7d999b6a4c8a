"""
A copy of PostgreSQL that public pages are read from, where DATABASE_REPLICA_URL names one.

No page of an older edition comes of it: docs/decisions/0044 says how.
"""

import logging
import time
from contextlib import nullcontext

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS

from content.publishing.reading import from_a_copy, may_be_behind

logger = logging.getLogger(__name__)

ALIAS = "replica"
# After a failure it is left alone for so many seconds.
PAUSE = 10


class Router:
    def db_for_read(self, model, **hints):
        return ALIAS if may_be_behind() else DEFAULT_DB_ALIAS

    def db_for_write(self, model, **hints):
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one, other, **hints):
        """It is the same database."""
        return True

    def allow_migrate(self, db, app_label, **hints):
        return False if db == ALIAS else None


class Replica:
    """The copy as this process knows it."""

    def __init__(self):
        self.resumes_at = 0.0

    def first_try(self):
        """In this the first try at a page is made."""
        is_there = bool(settings.DATABASE_ROUTERS) and time.monotonic() >= self.resumes_at
        return from_a_copy() if is_there else nullcontext()

    def rest(self):
        logger.warning("The replica does not answer: pages are read from the database itself")
        self.resumes_at = time.monotonic() + PAUSE


replica = Replica()
