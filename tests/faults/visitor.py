"""Readers, who ask for pages without a pause and look closely at what they get."""

import re
import time
from http.client import HTTPConnection, HTTPException
from itertools import cycle
from secrets import randbelow
from threading import Thread

NUMBERED = "/strategi/"
# What an editor is writing meanwhile, and nobody else may see.
SECRET = "Kladdehemmelighed"
NUMBER = re.compile(r"Prøvetal (\d+)")
STYLESHEET = re.compile(r'href="(/static/[^"]+\.css)"')
PAUSE = 0.02


def ask(port, path, method="GET", body=None, headers=None):
    """
    The response, with its `text`; OSError where there is none.

    Each time from another address, as visitors have: one alone would meet its limits.
    """
    somebody = (f"127.0.0.{2 + randbelow(250)}", 0)
    connection = HTTPConnection("127.0.0.1", port, timeout=15, source_address=somebody)
    try:
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        response.content = response.read()
        response.text = response.content.decode(errors="replace")
    except HTTPException as error:
        raise ConnectionError(repr(error)) from error
    finally:
        connection.close()
    return response


class Reader(Thread):
    """`stop` is the longest time that passed between two pages that came, in seconds."""

    def __init__(self, port, paths):
        super().__init__(daemon=True)
        self.port = port
        self.paths = cycle(paths)
        self.is_enough = False
        self.came = 0
        self.stop = 0
        self.failures = []
        self.wrong = set()

    def run(self):
        last = time.monotonic()
        while not self.is_enough:
            if self.asks(next(self.paths)):
                now = time.monotonic()
                self.came += 1
                self.stop, last = max(self.stop, now - last), now
            time.sleep(PAUSE)
        self.stop = max(self.stop, time.monotonic() - last)

    def asks(self, path):
        try:
            page = ask(self.port, path)
        except OSError as error:
            self.failures.append(f"{path}: {error!r}")
            return False
        if page.status != 200:
            self.failures.append(f"{path}: {page.status}")
            return False
        self.wrong.update(wrongs(path, page.text))
        return True


class StyledReader(Reader):
    """Asks for the stylesheet of each page as well, as a browser does."""

    def asks(self, path):
        try:
            page = ask(self.port, path)
            sheets = [ask(self.port, sheet) for sheet in STYLESHEET.findall(page.text)]
        except OSError as error:
            self.failures.append(f"{path}: {error!r}")
            return False
        self.wrong.update(wrongs(path, page.text))
        statuses = [each.status for each in [page, *sheets]]
        if set(statuses) != {200} or not sheets:
            self.failures.append(f"{path} and its stylesheet: {statuses}")
            return False
        return True


def wrongs(path, text):
    """What of a page no reader may ever see."""
    numbers = set(NUMBER.findall(text))
    if len(numbers) > 1:
        yield f"{path} shows a half of {' and a half of '.join(sorted(numbers))}"
    if SECRET in text:
        yield f"{path} shows a draft"
