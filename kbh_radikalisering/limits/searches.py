"""
Who searches: what has been searched for before is kept, what has not takes work.

A page is made in nobody's name, so the limit is looked after before Django is asked. The
answer to who is over it is Django's all the same.
"""

import asyncio

from django.conf import settings
from django.db import connection

from kbh_radikalisering.errors import too_many_requests

from . import visitors
from .limit import Limit

# In the environment of a request that is refused; no visitor can put it there.
REFUSED = "site.refused"

limit = Limit("searches", settings.SEARCH_LIMIT)


async def allows(scope, executor):
    """Whether the visitor of an ASGI scope may search for one more thing."""
    return await asyncio.get_running_loop().run_in_executor(
        executor, counted, visitors.of_scope(scope)
    )


def counted(visitor):
    try:
        return limit.allows(visitor)
    finally:
        connection.close()


def refused_searches(get_response):
    """Middleware, after that of the edition: the page says what every page says."""

    def middleware(request):
        return too_many_requests(request) if REFUSED in request.META else get_response(request)

    return middleware
