"""
Publish the strategy again and again: python -m tests.publish_in_a_row TIMES PAUSE.

Says after each publication which it was and when, on the clock that all processes share.
"""

import re
import subprocess
import sys
import time

import django

from tests.started import ROOT

SHOWN = re.compile(r"<h1[^>]*>Udgave (\d+)</h1>")


def published_in_a_row(times, pause, **environ):
    """When each was committed, by its number; done in a process of its own."""
    said = subprocess.check_output(
        [sys.executable, "-m", __name__, str(times), str(pause)],
        cwd=ROOT,
        env={"DJANGO_SETTINGS_MODULE": "kbh_radikalisering.settings", **environ},
        text=True,
    )
    return {int(number): float(at) for number, at in map(str.split, said.splitlines())}


def number_of(page):
    """Of the publication that the page shows; 0 for the one before the first."""
    found = SHOWN.search(page.text)
    return int(found[1]) if found else 0


def main(times, pause):
    from content.pages.models import Page
    from content.publishing import door

    page = Page.objects.get(path="/strategi/")
    for number in range(1, times + 1):
        page.title_da = f"Udgave {number}"
        door.publish(page)
        print(number, time.monotonic(), flush=True)  # noqa: T201
        time.sleep(pause)


if __name__ == "__main__":
    django.setup()
    main(int(sys.argv[1]), float(sys.argv[2]))
