"""
The site as a newcomer gets it, driven in a real Chromium.

One server and one browser for all tests of this package: `manage.py start` on an empty
data folder. Both stop with the package's last test, since the browser's event loop would
keep Django from the database in the tests that follow.
"""

import os
import urllib.request
from functools import partial
from xml.etree import ElementTree

import pytest

from tests import chromium
from tests.started import managed, started

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
def manage(data_dir):
    """Run a management command on the site's own data."""
    return partial(managed, DATA_DIR=str(data_dir))


@pytest.fixture(scope="package")
def site(data_dir):
    """The origin of the running site."""
    with started(data_dir) as site:
        yield site.origin


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
