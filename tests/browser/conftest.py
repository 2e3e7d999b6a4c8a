"""
The site as a newcomer gets it, driven in a real Chromium.

One server and one browser for all tests of this package: `manage.py start` on an empty
data folder. Both stop with the package's last test, since the browser's event loop would
keep Django from the database in the tests that follow.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests import chromium

ROOT = Path(__file__).resolve().parents[2]
# In CI the browser is part of the proof: without one the tests fail, not skip.
REQUIRED = os.environ.get("REQUIRE_BROWSER") == "1"


@pytest.fixture(scope="package")
def browser():
    if not chromium.find() and not REQUIRED:
        pytest.skip("Chromium was not found. Install it to run the browser tests.")
    with chromium.launched() as browser:
        yield browser


@pytest.fixture(scope="package")
def data_dir(tmp_path_factory):
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="package")
def environment(data_dir):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    outside = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SITE_URL", "DEBUG", "SECRET_KEY"}
    kept = {name: value for name, value in os.environ.items() if name not in outside}
    return kept | {"DATA_DIR": str(data_dir), "PORT": str(port)}


@pytest.fixture(scope="package")
def manage(environment):
    """Run a management command on the site's own data."""

    def run(*arguments, text=None):
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=environment,
            input=text,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    return run


@pytest.fixture(scope="package")
def site(environment, data_dir):
    """The origin of the running site."""
    origin = f"http://127.0.0.1:{environment['PORT']}"
    with open(data_dir / "start.log", "w") as log:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "start"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until_it_answers(origin, server, data_dir / "start.log")
        yield origin
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_until_it_answers(origin, server, log, seconds=300):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(f"{origin}/sundhed/live", timeout=1)
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"The site did not start:\n{log.read_text()}")


@pytest.fixture(scope="package")
def addresses(site):
    """Every address of the sitemap, and those that it leaves out on purpose."""
    with urllib.request.urlopen(f"{site}/sitemap.xml") as response:
        tree = ElementTree.parse(response)
    listed = [site + path_of(node.text) for node in tree.iter() if node.tag.endswith("}loc")]
    unlisted = [
        f"{site}{path}"
        for language in ["", "/en"]
        for path in [
            f"{language}/soeg/?q=henvendelse",
            f"{language}/soeg/?q=xyzzy",
            f"{language}/raadgivning/kort/",
            f"{language}/findes-ikke/",
        ]
    ]
    return listed + unlisted


def path_of(address):
    return "/" + address.split("/", 3)[3]


@pytest.fixture
def page(browser):
    """A tab with nothing in it: no cookie, no storage, no history."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    yield page
    context.close()


@pytest.fixture(scope="package")
def cookie(manage, site):
    """Of an account that may do everything, with both steps of signing in behind it."""
    code = "from tests.sessions import *; print_cookie_of_new('chromium')"
    return manage("shell", "-v0", "-c", code).strip()


@pytest.fixture
def signed_in(page, site, cookie):
    """A tab at the admin's start page."""
    chromium.use_cookie(page.context, site, cookie)
    page.goto(f"{site}/admin/")
    page.wait_for_selector(".overview")
    return page
