"""The server that settings.OPENSEARCH names, as this process knows it."""

import logging
import time
from functools import cache

from django.conf import settings

logger = logging.getLogger(__name__)

# After a failure it is left alone for so many seconds.
PAUSE = 10
LEXEMES = {"type": "text", "analyzer": "whitespace", "index_options": "freqs"}
INDEX = {
    "settings": {"number_of_shards": 1},
    "mappings": {
        "dynamic": "strict",
        "properties": {"entry": {"type": "long"}, "title": LEXEMES, "text": LEXEMES},
    },
}


class Server:
    """For how many seconds who waits for it: a visitor, an editor who publishes, a command."""

    visitor, editor, command = 1, 2, 60

    def __init__(self):
        self.resumes_at = 0.0

    def rests(self):
        return time.monotonic() < self.resumes_at

    def rest(self, error):
        logger.warning("OpenSearch does not answer: %s", type(error).__name__)
        self.resumes_at = time.monotonic() + PAUSE


server = Server()


def index():
    return settings.OPENSEARCH["index"]


def client():
    """The same for all threads of the process, made once it is forked."""
    return client_of(*(settings.OPENSEARCH[name] for name in ["host", "auth", "ca"]))


@cache
def client_of(host, auth, ca):
    # Only where one is named is its package asked for.
    from opensearchpy import OpenSearch

    return OpenSearch([host], http_auth=auth, ca_certs=ca, max_retries=0, http_compress=True)


def failures():
    """What is raised where it does not answer, or not as it should."""
    from opensearchpy import OpenSearchException

    return OpenSearchException
