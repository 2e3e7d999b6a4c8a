"""The caches that all processes share, with a count that none of them can get wrong."""

from datetime import UTC, datetime, timedelta

from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router, transaction

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
