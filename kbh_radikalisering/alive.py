"""Does the site answer? `python -m kbh_radikalisering.alive` ends with 0 when it does."""

import sys
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from kbh_radikalisering import environment


def is_alive(env):
    site = HTTPConnection(reachable(env["BIND"]), env["PORT"], timeout=4)
    # The site answers to its own name alone.
    host = urlsplit(env["SITE_URL"]).netloc or "127.0.0.1"
    try:
        site.request("GET", "/sundhed/live", headers={"Host": host})
        return site.getresponse().status == 200
    except (OSError, HTTPException):
        return False


def reachable(bind):
    """An address that means "all of them" can be listened on, not called."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(bind, bind)  # noqa: S104


if __name__ == "__main__":
    sys.exit(not is_alive(environment.read()))
