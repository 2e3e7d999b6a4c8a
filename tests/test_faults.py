"""What a Sentry is told, by one that listens here, and what nobody is told."""

import gzip
import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import brotli
import pytest

from kbh_radikalisering import optional
from kbh_radikalisering.variable import WrongEnvironment
from tests.started import ROOT

TYPED = "hvad-nogen-skrev"
# A visitor's request fails in a view, and a machine fails too.
GOES_WRONG = f"""
import django, sentry_sdk, logging
django.setup()
from django.test import Client
from django.db import OperationalError
from content.search import views
def broken(*arguments):
    raise ValueError(arguments)
views.find = broken
Client(raise_request_exception=False, REMOTE_ADDR="192.0.2.7").get(
    "/soeg/?q={TYPED}", headers={{"User-Agent": "{TYPED}", "Referer": "{TYPED}"}}
)
try:
    raise OperationalError("connection refused")
except OperationalError:
    logging.getLogger("content").exception("It broke for %s", "{TYPED}")
logging.getLogger("content").warning("No fault")
sentry_sdk.flush()
"""


class Sentry(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
        body = unpack[self.headers["Content-Encoding"]](body)
        self.server.received.append(body.decode())
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def received(tmp_path_factory):
    """The envelopes that a Sentry was sent by a site on which everything went wrong."""
    server = HTTPServer(("127.0.0.1", 0), Sentry)
    server.received = []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    folder = tmp_path_factory.mktemp("faults")
    environ = {
        "DJANGO_SETTINGS_MODULE": "kbh_radikalisering.settings",
        "DATA_DIR": str(folder),
        "SITE_URL": "http://testserver",
        "SENTRY_DSN": f"http://key@127.0.0.1:{server.server_port}/1",
        # Else the database would be what fails first.
        "PATH": os.environ["PATH"],
    }
    for arguments in (["manage.py", "migrate", "--verbosity=0"], ["-c", GOES_WRONG]):
        subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environ, check=True)
    server.shutdown()
    thread.join()
    server.server_close()
    assert len(server.received) == 2
    return server.received


@pytest.fixture
def events(received):
    return [json.loads(envelope.splitlines()[2]) for envelope in received]


def test_faults_are_told_with_where_they_came_up(events):
    fault, of_machine = events

    assert fault["exception"]["values"][-1]["type"] == "ValueError"
    assert "search" in {
        frame["function"] for frame in fault["exception"]["values"][-1]["stacktrace"]["frames"]
    }
    assert fault["logger"] == "django.request"
    assert of_machine["exception"]["values"][-1]["value"] == "connection refused"


def test_nothing_of_the_visitor_or_what_was_typed_is_told(received):
    said = "".join(received)

    assert TYPED not in said
    assert "192.0.2.7" not in said


def test_an_event_holds_what_is_allowed_and_no_more(events):
    assert {name for event in events for name in event} <= {
        *("event_id", "timestamp", "level", "logger", "platform", "sdk", "tags", "exception"),
        *("release", "environment"),
    }


def test_a_package_that_is_not_installed_stops_the_start_with_what_to_do():
    with pytest.raises(WrongEnvironment) as caught:
        optional.needed("no_such_package", "SENTRY_DSN")

    assert str(caught.value) == (
        "SENTRY_DSN is set, which needs packages that are not installed. Install what "
        "requirements/cluster.txt lists, or leave SENTRY_DSN unset."
    )


@pytest.mark.parametrize("module", ["sentry_sdk", "prometheus_client", "redis", "boto3"])
def test_what_no_setting_asks_for_is_not_loaded(module, tmp_path):
    code = f"import sys, kbh_radikalisering.asgi; print({module!r} in sys.modules)"

    said = subprocess.check_output(
        [sys.executable, "-c", code],
        cwd=ROOT,
        # No stylesheet was collected here, nor is asked for.
        env={"DATA_DIR": str(tmp_path), "DEBUG": "1"},
        text=True,
    )
    assert said == "False\n"
