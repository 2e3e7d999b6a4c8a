"""The caches that all processes share, with a count that none of them can get wrong."""

import logging
import time
from datetime import UTC, datetime, timedelta

from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.core.cache.backends.redis import RedisCache
from django.db import connections, router, transaction

logger = logging.getLogger(__name__)

COUNT = """
INSERT INTO {table} (cache_key, value, expires) VALUES (%s, '1', %s)
ON CONFLICT (cache_key) DO UPDATE SET value = CAST(CAST({table}.value AS integer) + 1 AS text)
"""


class SharedDatabaseCache(DatabaseCache):
    def count(self, key, seconds):
        """How often `key` has been counted, from now on at least for `seconds`."""
        key = self.make_and_validate_key(key)
        connection = connections[router.db_for_write(self.cache_model_class)]
        table = connection.ops.quote_name(self._table)
        moment = connection.ops.adapt_datetimefield_value
        now = datetime.now(UTC).replace(microsecond=0)
        with transaction.atomic(connection.alias), connection.cursor() as cursor:
            cursor.execute(
                COUNT.format(table=table), [key, moment(now + timedelta(seconds=seconds))]
            )
            cursor.execute(f"SELECT value FROM {table} WHERE cache_key = %s", [key])  # noqa: S608
            number = int(cursor.fetchone()[0])
            if number == 1:
                # A visitor who is new is the time to forget those who are not.
                cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [moment(now)])  # noqa: S608
        return number


class SharedRedisCache(RedisCache):
    """
    One Redis for all machines; while it is away the database counts in its place.

    So it may be lost at any time, with no more than the counts of a few minutes.
    """

    # After a failure it is not asked for so many seconds: an attempt may take one of them.
    PAUSE = 5
    resumes_at = 0.0

    def count(self, key, seconds):
        return self.steadily("counted", "count", key, seconds)

    def counted(self, key, seconds):
        key = self.make_and_validate_key(key)
        with self._cache.get_client(key, write=True).pipeline() as together:
            number, _is_set = together.incr(key).expire(key, seconds, nx=True).execute()
        return number

    def steadily(self, own, other, *args, **kwargs):
        """What the method `own` returns, or the `other` one of the database's cache."""
        shared = type(self)
        if time.monotonic() >= shared.resumes_at:
            try:
                return getattr(self, own)(*args, **kwargs)
            except self._cache._lib.RedisError:
                logger.warning("Redis does not answer: the database counts in its place")
                shared.resumes_at = time.monotonic() + self.PAUSE
        return getattr(caches["database"], other)(*args, **kwargs)


def steady(name):
    def method(self, *args, **kwargs):
        return self.steadily(f"{name}_in_redis", name, *args, **kwargs)

    return method


OPERATIONS = ["add", "get", "set", "touch", "delete", "has_key", "incr"]
OF_MANY = ["get_many", "set_many", "delete_many", "clear"]
for name in [*OPERATIONS, *OF_MANY]:
    setattr(SharedRedisCache, f"{name}_in_redis", getattr(RedisCache, name))
    setattr(SharedRedisCache, name, steady(name))
