"""What is loaded before the workers are forked, and what only by who needs it."""

import json
import subprocess
import sys

import pytest

from kbh_radikalisering.preloading import own_templates, preload

from .started import ROOT

PROVIDER = {
    "OIDC_ISSUER": "https://id.example.dk",
    "OIDC_CLIENT_ID": "site",
    "OIDC_CLIENT_SECRET": "x" * 32,
}
LOADED = """
import json, sys
from kbh_radikalisering import asgi
from django.urls import get_resolver
names = [name for name in get_resolver().reverse_dict if isinstance(name, str)]
print(json.dumps({"modules": list(sys.modules), "names": names}))
"""


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    folder = tmp_path_factory.mktemp("loaded")
    run(folder, "manage.py", "collect")
    return folder


def run(data_dir, *arguments, **environ):
    return subprocess.check_output(
        [sys.executable, "-W", "ignore", *arguments],
        cwd=ROOT,
        env={"DATA_DIR": str(data_dir), **environ},
    )


def loaded(data_dir, **environ):
    """The modules and names of addresses of a server that is about to fork."""
    return json.loads(run(data_dir, "-c", LOADED, **environ))


def test_it_asks_nothing_of_the_database():
    # Without the mark that lets a test ask, a question is an error.
    preload()


def test_the_templates_are_found_by_the_names_that_views_use():
    assert {"404.html", "pages/home.html"} <= set(own_templates())


@pytest.mark.parametrize(("environ", "is_there"), [({}, False), (PROVIDER, True)])
def test_the_municipalitys_signin_is_loaded_where_there_is_one(data_dir, environ, is_there):
    server = loaded(data_dir, **environ)

    assert ("openid_connect_login" in server["names"]) == is_there
    assert ("requests" in server["modules"]) == is_there


def test_what_reads_pdfs_is_loaded_by_the_first_that_is_uploaded(data_dir):
    assert "pikepdf" not in loaded(data_dir)["modules"]
