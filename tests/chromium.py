"""The Chromium of this machine, which draws the site for tests and for pictures."""

import shutil
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

from tests.started import managed

NAMES = ["chromium", "chromium-browser", "google-chrome"]
# By role, the first name of whoever has it.
EDITORS = {"redaktør": "Anne", "udgiver": "Bo", "administrator": "Carla"}


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


def cookies_of_editors(**environ):
    """By role, on the data of the site that `environ` tells of."""
    code = f"from tests.sessions import *; print_cookies_of_new({EDITORS!r})"
    said = managed("shell", "-v0", "-c", code, **environ)
    return dict(line.split() for line in said.splitlines())
