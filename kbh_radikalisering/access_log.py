from urllib.parse import quote

from gunicorn.glogging import Logger

from kbh_radikalisering.masking import masked


class AccessLog(Logger):
    """
    Gunicorn's own, with addresses as they are sent.

    Decoded, as gunicorn takes them down, they may hold line breaks: anyone could
    write lines of their own into the log. Whoever reads it can't open drafts with it.
    """

    def atoms(self, resp, req, environ, request_time):
        path = quote(environ["PATH_INFO"], encoding="latin-1")
        return super().atoms(resp, req, environ | {"PATH_INFO": masked(path)}, request_time)
