"""A request over the network, each by a connection of its own."""

from http.client import HTTPConnection, HTTPException

HERE = "127.0.0.1"


def ask(port, path, method="GET", body=None, headers=None, *, source=None):
    """
    The response, with its `body` as bytes and as `text`; OSError where there is none.

    Follows no redirect. `source` is whence the site sees it come, any of 127.0.0.0/8.
    """
    whence = (source, 0) if source else None
    connection = HTTPConnection(HERE, port, timeout=15, source_address=whence)
    try:
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        response.body = response.read()
    except HTTPException as error:
        raise ConnectionError(repr(error)) from error
    finally:
        connection.close()
    response.text = response.body.decode(errors="replace")
    return response
