"""In detail: what a request asked the database, and how long it took; never the values."""

import logging
import time

from django.db import connection

from .detail import detail

logger = logging.getLogger(__name__)


class Queries:
    """Wraps each query of a connection; `statements` are (seconds, SQL)."""

    def __init__(self):
        self.statements = []

    def __call__(self, execute, sql, params, many, context):
        began = time.monotonic()
        try:
            return execute(sql, params, many, context)
        finally:
            # The placeholders stand in it, what is put in their place does not.
            self.statements.append((time.monotonic() - began, sql))

    def tell(self):
        if not self.statements:
            return
        total = sum(seconds for seconds, _sql in self.statements)
        longest, sql = max(self.statements)
        logger.debug(
            "%d queries in %.1f ms; the longest, %.1f ms: %s",
            len(self.statements),
            total * 1000,
            longest * 1000,
            sql,
        )


def queries_in_detail(get_response):
    """Middleware, which does nothing while no detail is asked for."""

    def middleware(request):
        if not detail.is_on():
            return get_response(request)
        queries = Queries()
        with connection.execute_wrapper(queries):
            response = get_response(request)
        queries.tell()
        return response

    return middleware
