"""Asking for one address, as politely as it can be done."""

import socket
import ssl
import time
from dataclasses import replace
from http.client import HTTPException
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri

from content.publishing.models.external_link import Reason

from .answer import Answer, waiting_time
from .connection import KINDS, TIMEOUT, NotPublicError, is_public

MOST_REDIRECTS = 5
# Seconds between two requests to one host.
PAUSE = 1
# Sites that answer so to HEAD may answer to GET.
ASK_AGAIN = {403, 405, 501}
FOR_GOOD = {301, 308}
REDIRECTS = FOR_GOOD | {302, 303, 307}
# The first that fits.
REASONS = [
    (NotPublicError, Reason.PRIVATE),
    (socket.gaierror, Reason.NAME),
    (ssl.SSLError, Reason.CERTIFICATE),
    (TimeoutError, Reason.SILENCE),
]


class Asker:
    def __init__(self, may_ask=is_public, wait=time.sleep, clock=time.monotonic):
        self.may_ask = may_ask
        self.wait = wait
        self.clock = clock
        self.last_asked = {}

    def ask(self, url):
        """The Answer to `url`, wherever it leads on to."""
        moved_to, is_for_good = "", True
        for _step in range(MOST_REDIRECTS + 1):
            answer = self.ask_of(url)
            if not answer.location:
                return replace(answer, moved_to=moved_to)
            url = urljoin(url, answer.location)
            is_for_good = is_for_good and answer.status in FOR_GOOD
            moved_to = url if is_for_good else moved_to
        return Answer(reason=Reason.REDIRECTS)

    def ask_of(self, url):
        try:
            answer = self.request("HEAD", url)
            return self.request("GET", url) if answer.status in ASK_AGAIN else answer
        except (OSError, HTTPException, ValueError) as error:
            fitting = (reason for kind, reason in REASONS if isinstance(error, kind))
            return Answer(reason=next(fitting, Reason.NONSENSE))

    def request(self, method, url):
        """The status and the headers; of the body nothing is read."""
        parts = urlsplit(iri_to_uri(url))
        if parts.scheme not in KINDS or not parts.hostname:
            return Answer(reason=Reason.NONSENSE)
        self.pause(parts.hostname)
        connection = KINDS[parts.scheme](parts.hostname, parts.port, self.may_ask)
        with connection.no_longer_than(TIMEOUT):
            target = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
            connection.request(method, target, headers=headers())
            return read(connection.getresponse())

    def pause(self, host):
        since = self.clock() - self.last_asked.get(host, float("-inf"))
        if since < PAUSE:
            self.wait(PAUSE - since)
        self.last_asked[host] = self.clock()


def headers():
    return {
        "User-Agent": f"kbh-radikalisering link check (+{settings.SITE_URL}/)",
        "Accept": "*/*",
        "Connection": "close",
    }


def read(response):
    return Answer(
        status=response.status,
        location=response.headers.get("Location", "") if response.status in REDIRECTS else "",
        retry_after=waiting_time(response.headers.get("Retry-After")),
    )
