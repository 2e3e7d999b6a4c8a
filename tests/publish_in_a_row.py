"""
Publish the strategy again and again: python -m tests.publish_in_a_row TIMES PAUSE.

Says after each publication which it was and when, on the clock that all processes share.
"""

import sys
import time

import django


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
