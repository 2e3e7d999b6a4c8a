"""What gunicorn itself has to say."""

from gunicorn.glogging import Logger


class ServerLog(Logger):
    """
    Without gunicorn's line a request, which a logconfig switches on whatever accesslog says.

    It went nowhere, and cost more than to send a page that is kept.
    """

    access_log_enabled = False
