"""What becomes of a request while the database is away."""

from kbh_radikalisering.errors import server_unavailable
from kbh_radikalisering.kept_pages.watch import watch


def database_is_away(get_response):
    """
    Middleware: say at once that it does not work, rather than wait for what may not come.

    Else the threads that wait for a database that hangs would soon be all there are.
    """

    def middleware(request):
        if watch.is_away and not request.path_info.startswith("/sundhed/"):
            return server_unavailable(request)
        return get_response(request)

    return middleware
