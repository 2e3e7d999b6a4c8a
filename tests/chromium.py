"""The Chromium of this machine, which draws the site for tests and for pictures."""

import shutil
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

NAMES = ["chromium", "chromium-browser", "google-chrome"]


def find():
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def launched():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


def use_cookie(context, site, cookie):
    """Let what a browser opens be signed in at `site`, see tests/sessions.py."""
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
