"""Those who use a started site without a pause, while a test does something to it."""

import time
from contextlib import contextmanager
from threading import Thread


class Visitor(Thread):
    """
    Does the same again and again until it is enough; `visit` says what.

    That it raises an OSError is a failure, and written down as one.
    """

    pause = 0.0

    def __init__(self):
        super().__init__(daemon=True)
        self.is_enough = False
        self.came = 0
        self.failures = []

    def run(self):
        while not self.is_enough:
            try:
                self.visit()
            except OSError as error:
                self.failures.append(str(error))
            else:
                self.came += 1
            time.sleep(self.pause)

    def visit(self):
        raise NotImplementedError


@contextmanager
def visited(*visitors):
    """They come, and leave in the end, even where what happens meanwhile fails."""
    for each in visitors:
        each.start()
    try:
        yield visitors
    finally:
        for each in visitors:
            each.is_enough = True
        for each in visitors:
            each.join(30)
