"""Readers, who ask for pages without a pause and look closely at what they get."""

import re
import time
from itertools import cycle
from secrets import randbelow

from tests import asking
from tests.visitors import Visitor

NUMBERED = "/strategi/"
# What an editor is writing meanwhile, and nobody else may see.
SECRET = "Kladdehemmelighed"
NUMBER = re.compile(r"Prøvetal (\d+)")
STYLESHEET = re.compile(r'href="(/static/[^"]+\.css)"')
PAUSE = 0.02


def ask(port, path, *request):
    """Each time from another address, as visitors have: one alone would meet its limits."""
    return asking.ask(port, path, *request, source=f"127.0.0.{2 + randbelow(250)}")


def served(port, path):
    """The page; OSError where none comes."""
    page = ask(port, path)
    if page.status != 200:
        raise OSError(f"{path}: {page.status}")
    return page


class Reader(Visitor):
    """`stop` is the longest time that passed between two pages that came, in seconds."""

    pause = PAUSE

    def __init__(self, port, paths):
        super().__init__()
        self.port = port
        self.paths = cycle(paths)
        self.stop = 0
        self.wrong = set()

    def run(self):
        self.last = time.monotonic()
        super().run()
        self.count_time()

    def visit(self):
        path = next(self.paths)
        self.wrong.update(wrongs(path, self.read(path).text))
        self.count_time()

    def read(self, path):
        return served(self.port, path)

    def count_time(self):
        now = time.monotonic()
        self.stop, self.last = max(self.stop, now - self.last), now


class StyledReader(Reader):
    """Asks for the stylesheet of each page as well, as a browser does."""

    def read(self, path):
        page = super().read(path)
        sheets = STYLESHEET.findall(page.text)
        if not sheets:
            raise OSError(f"{path} has no stylesheet")
        for sheet in sheets:
            served(self.port, sheet)
        return page


def wrongs(path, text):
    """What of a page no reader may ever see."""
    numbers = set(NUMBER.findall(text))
    if len(numbers) > 1:
        yield f"{path} shows a half of {' and a half of '.join(sorted(numbers))}"
    if SECRET in text:
        yield f"{path} shows a draft"
