import json
import os
import re
import socket
import sqlite3
import subprocess
import sys
from contextlib import ExitStack
from urllib.parse import urlencode, urlsplit

import brotli
import psycopg
import pytest
import yaml
from django.db import connection

from kbh_radikalisering.variables import VARIABLES
from tests.started import ROOT, Server, free_port, refused, started
from tests.waiting import until

LONG = "0123456789" * 5
HTTPS = {
    "SITE_URL": "https://example.dk",
    "ALLOWED_HOSTS": "example.dk",
    "SECRET_KEY": LONG,
}
BY_PROXY = {"Host": "example.dk", "X-Forwarded-Proto": "https"}


@pytest.fixture(scope="module")
def database():
    """The variables of an empty database on the server that these tests run on."""
    server = os.environ.get("DATABASE_URL")
    if not server:
        yield {}
        return
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute("CREATE DATABASE started")
        yield {"DATABASE_URL": urlsplit(server)._replace(path="/started").geturl()}
        admin.execute("DROP DATABASE started WITH (FORCE)")


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory):
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def first(data_dir, database):
    """The first start's output, and what it answered."""
    with started(data_dir, **database) as site:
        form = site.get("/admin/login/")
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form.text)[1]
        password = re.search(r"with the password (\S+)$", "\n".join(site.lines()), re.MULTILINE)
        signed_in = site.ask(
            "POST",
            "/admin/login/?next=/admin/",
            {
                "Cookie": form.headers["Set-Cookie"].partition(";")[0],
                "Content-Type": "application/x-www-form-urlencoded",
            },
            urlencode(
                {
                    "csrfmiddlewaretoken": token,
                    "login": "administrator",
                    "password": password[1],
                }
            ),
        )
        site.front_page = site.get("/?q=hemmelig")
        site.get("/linje%0D%0Alinje/")
        site.get("/forhaandsvis/hemmelig.noegle/strategi/")
        site.signed_in = signed_in
        site.password = password[1]
        site.collected = (data_dir / "static" / ".collected").stat().st_mtime_ns
        return site


@pytest.fixture(scope="module")
def second(first, data_dir, database):
    """The second start, with what a proxy that ends https would set; still running."""
    port = free_port()
    with started(data_dir, **HTTPS, **database, METRICS_PORT=str(port)) as site:
        site.metrics = Server(site.process, port, site.output)
        yield site


def test_the_tests_run_on_the_database_that_was_asked_for():
    asked = "postgresql" if os.environ.get("DATABASE_URL") else "sqlite"

    assert connection.vendor == asked


def test_the_first_start_says_where_the_site_is_and_how_to_sign_in(first):
    address = f"http://127.0.0.1:{first.port}"

    said = [line for line in first.lines() if not line.startswith("{")]

    assert said == [
        "The initial content is published.",
        f"The site is at   {address}/",
        f"The admin is at  {address}/admin/",
        "",
        f"Sign in to the admin as administrator with the password {first.password}",
        "and change it there: it is not shown again. It asks for a passkey or an app as well;",
        "to try the site out without, start it with SECOND_FACTOR=postponed.",
    ]


def test_the_first_account_signs_in_with_the_password_that_was_printed(first):
    assert (first.signed_in.status, first.signed_in.headers["Location"]) == (302, "/admin/")


def test_the_first_start_serves_the_initial_content(first):
    headings = re.findall(r"<h1[^>]*>\s*(.*?)\s*</h1>", first.front_page.text)

    assert (first.front_page.status, len(headings)) == (200, 1)


def test_a_stop_ends_the_process_without_an_error(first):
    assert first.process.returncode == 0


def requests(site):
    """The lines of the log about requests, each as what it says."""
    lines = [json.loads(line) for line in site.lines() if line.startswith("{")]
    return [line for line in lines if "method" in line]


def test_the_log_tells_neither_who_asked_nor_what_for(first):
    asked = next(line for line in requests(first) if line["path"] == "/")

    assert list(asked) == ["time", "method", "path", "status", "bytes", "ms", "id"]
    assert (asked["method"], asked["status"]) == ("GET", 200)
    assert "hemmelig" not in "\n".join(first.lines())
    assert not [line for line in first.lines() if line.startswith("{") and "127.0.0.1" in line]


def test_an_answer_and_its_line_have_the_same_id(first):
    asked = [line["id"] for line in requests(first) if line["path"] == "/admin/login/"]

    assert first.signed_in.headers["X-Request-ID"] in asked


def test_nobody_writes_lines_of_their_own_into_the_log(first):
    paths = [line["path"] for line in requests(first) if "linje" in line["path"]]

    assert paths == ["/linje%0D%0Alinje/"]


def test_nobody_opens_drafts_with_the_log(first):
    lines = [line for line in requests(first) if "forhaandsvis" in line["path"]]

    assert [(line["path"], line["status"]) for line in lines] == [
        ("/forhaandsvis/-/strategi/", 404)
    ]


def test_who_signs_in_is_in_the_log_in_the_same_form(first):
    lines = [json.loads(line) for line in first.lines() if '"logger"' in line]

    assert [(line["logger"], line["message"]) for line in lines] == [
        ("kbh_radikalisering.signin", "signed in: administrator from 127.0.0.0/24")
    ]
    assert lines[0]["id"] == first.signed_in.headers["X-Request-ID"]


def test_sqlite_writes_ahead_so_that_readers_never_wait(first, data_dir, database):
    if database:
        pytest.skip("not on SQLite")

    with sqlite3.connect(data_dir / "db.sqlite3") as file:
        (mode,) = file.execute("PRAGMA journal_mode").fetchone()

    assert mode == "wal"


def test_a_second_start_costs_less_than_five_seconds(second, data_dir, database):
    before = os.times()
    with started(data_dir, **HTTPS, **database):
        pass
    after = os.times()

    # The processor's time: the clock would also count what else the machine is doing.
    assert (
        after.children_user
        + after.children_system
        - before.children_user
        - before.children_system
    ) < 5


def test_a_second_start_makes_nothing_again(second, first, data_dir):
    assert second.lines()[:2] == [
        "The site is at   https://example.dk/",
        "The admin is at  https://example.dk/admin/",
    ]
    assert not [line for line in second.lines() if "password" in line]
    assert (data_dir / "static" / ".collected").stat().st_mtime_ns == first.collected


def test_behind_a_proxy_that_ends_https_the_site_is_https_alone(second):
    page = second.get("/", **BY_PROXY)

    assert (page.status, page.headers["Strict-Transport-Security"]) == (
        200,
        "max-age=63072000; includeSubDomains; preload",
    )


def test_a_visitor_by_http_is_sent_to_https(second):
    page = second.get("/strategi/", Host="example.dk")

    assert (page.status, page.headers["Location"]) == (301, "https://example.dk/strategi/")


def read_by(site, path):
    """As a browser asks for it; with its weight on the wire, headers and all."""
    response = site.get(path, **BY_PROXY, **{"Accept-Encoding": "gzip, deflate, br"})
    headers = sum(len(f"{name}: {value}\r\n") for name, value in response.getheaders())
    response.weight = headers + len(response.body)
    return response


def stylesheet_of(page):
    html = brotli.decompress(page.body).decode()
    [address] = re.findall(r'<link rel="stylesheet" href="([^"]+)"', html)
    return address


@pytest.mark.parametrize("path", ["/", "/raadgivning/", "/statistik/", "/en/strategi/"])
def test_a_first_view_is_two_responses_of_twelve_thousand_bytes(second, path):
    page = read_by(second, path)
    stylesheet = read_by(second, stylesheet_of(page))

    assert (page.status, stylesheet.status) == (200, 200)
    assert page.weight + stylesheet.weight <= 12_000


def test_the_stylesheet_was_compressed_beforehand_and_is_kept_for_good(second):
    stylesheet = read_by(second, stylesheet_of(read_by(second, "/")))

    assert (stylesheet.headers["Content-Encoding"], stylesheet.headers["Cache-Control"]) == (
        "br",
        "max-age=315360000, public, immutable",
    )


def test_the_cookies_of_the_admin_are_bound_to_https(second):
    cookie = second.get("/admin/login/", **BY_PROXY).headers["Set-Cookie"]

    assert cookie.startswith("__Host-csrf=")
    assert "; Secure" in cookie


def test_another_host_is_refused(second):
    assert second.get("/", **BY_PROXY | {"Host": "other.dk"}).status == 400


def test_a_visitor_cannot_move_the_site_by_a_header(second):
    moved = second.get("/", **BY_PROXY, Script_Name="/x")

    assert moved.text == second.get("/", **BY_PROXY).text


def test_two_hundred_slow_clients_keep_nobody_from_one_worker(second, data_dir, database):
    """Each has sent a part of a request, and holds its connection open."""
    with (
        started(data_dir, **HTTPS, **database, WEB_CONCURRENCY="1") as site,
        ExitStack() as held,
    ):
        for _number in range(200):
            slow = socket.create_connection(("127.0.0.1", site.port), timeout=10)
            held.enter_context(slow)
            slow.sendall(b"GET /soeg/?q=")
        asked = [
            site.get(path, **BY_PROXY) for path in ["/", "/soeg/?q=strategi", "/admin/"] * 3
        ]

    assert [answer.status for answer in asked] == [200, 200, 302] * 3


def test_a_proxy_is_believed_where_it_is_trusted_alone(second, data_dir, database):
    own = BY_PROXY | {"X-Request-ID": "the-proxys-own-id"}
    with started(
        data_dir, **HTTPS, **database, TRUSTED_PROXIES="192.0.2.1", LOG_FORMAT="text"
    ) as site:
        pages = [visited.get("/admin/login/", **own) for visited in (second, site)]
        ids = [page.headers["X-Request-ID"] for page in pages]

    assert [page.status for page in pages] == [200, 301]
    assert [each == "the-proxys-own-id" for each in ids] == [True, False]
    # For a person who reads, where the operator wants that.
    plain = [line.partition(" ")[2] for line in site.lines() if "GET" in line]
    assert [re.sub(r"(bytes|ms)=\d+", r"\1=…", line) for line in plain] == [
        f"GET /admin/login/ 301 bytes=… ms=… id={ids[1]}"
    ]


def counted(site, source):
    """How many answers of all workers, as Prometheus reads it."""
    text = site.metrics.get("/metrics").text
    found = re.findall(
        rf'^site_requests_total{{source="{source}".*}} (\S+)$', text, re.MULTILINE
    )
    return sum(map(float, found))


def test_figures_of_all_workers_are_read_at_a_port_of_their_own(second):
    before = {source: counted(second, source) for source in ("kept", "django")}
    for _time in range(6):
        second.get("/", **BY_PROXY)
        second.get("/admin/", **BY_PROXY)

    until(lambda: counted(second, "kept") == before["kept"] + 6)
    until(lambda: counted(second, "django") == before["django"] + 6)


def test_figures_tell_of_no_page_and_no_visitor(second):
    second.get("/raadgivning/?q=hemmelig", **BY_PROXY)

    text = second.metrics.get("/metrics").text

    assert set(re.findall(r"^# HELP (\S+)", text, re.MULTILINE)) == {
        "site_requests_total",
        "site_sent_bytes_total",
        "site_django_seconds",
    }
    assert "raadgivning" not in text
    assert "hemmelig" not in text


def test_visitors_find_no_figures(second):
    assert second.get("/metrics", **BY_PROXY).status == 404


def test_the_health_check_tells_a_site_that_answers_from_one_that_does_not(second, data_dir):
    check = [sys.executable, "-m", "kbh_radikalisering.alive"]
    environ = {**HTTPS, "DATA_DIR": str(data_dir)}

    statuses = [
        subprocess.call(check, cwd=ROOT, env=environ | {"PORT": str(port)})
        for port in (second.port, free_port())
    ]

    assert statuses == [0, 1]


def test_a_port_that_is_taken_stops_the_start(second, data_dir, database):
    assert refused(DATA_DIR=str(data_dir), PORT=str(second.port), **database) == (
        1,
        "",
        f"Port {second.port} of 127.0.0.1 cannot be listened on (Address already in use). "
        "Set PORT to one that is free.\n",
    )


def test_an_address_of_another_machine_stops_the_start(data_dir, database):
    # Kept for documentation (RFC 5737): no machine has it.
    assert refused(DATA_DIR=str(data_dir), BIND="192.0.2.1", PORT="8000", **database) == (
        1,
        "",
        "Port 8000 of 192.0.2.1 cannot be listened on (Cannot assign requested address). "
        "Set BIND to an address of this machine.\n",
    )


def test_a_wrong_value_stops_the_start_with_one_sentence(tmp_path):
    assert refused(DATA_DIR=str(tmp_path), PORT="http") == (
        1,
        "",
        "PORT is set to 'http'. Set it to a port number from 1 to 65535.\n",
    )


def test_a_database_that_does_not_answer_stops_the_start(tmp_path):
    status, said, error = refused(
        DATA_DIR=str(tmp_path),
        PORT=str(free_port()),
        DATABASE_URL=f"postgres://user:hunter2@127.0.0.1:{free_port()}/name",
    )

    assert (status, said) == (1, "")
    assert re.sub(r"\(.*\)", "(…)", error) == (
        "The database does not answer (…). Set DATABASE_URL to one that does.\n"
    )
    assert "hunter2" not in error


def test_a_folder_that_cannot_be_written_to_stops_the_start(tmp_path):
    (tmp_path / "file").touch()
    folder = str(tmp_path / "file" / "data")

    assert refused(DATA_DIR=folder, PORT=str(free_port()), SECRET_KEY=LONG) == (
        1,
        "",
        f"The folder {folder!r} cannot be written to. Set DATA_DIR to a folder that the "
        "site may write to.\n",
    )


def test_nothing_connects_to_the_database_before_the_workers_are_forked(tmp_path):
    code = (
        "import kbh_radikalisering.wsgi; from django.db import connection; "
        "print(connection.connection, getattr(connection, '_connection_pools', {}))"
    )

    said = subprocess.check_output(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"DATA_DIR": str(tmp_path), "DATABASE_URL": os.environ.get("DATABASE_URL", "")},
        text=True,
    )

    assert said == "None {}\n"


def test_the_container_sets_only_variables_that_are_read():
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text())
    dockerfile = (ROOT / "Dockerfile").read_text()

    names = set(compose["services"]["web"]["environment"])
    names |= set(re.findall(r"\b([A-Z_]+)=", dockerfile))

    of_python = {"PATH", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"}
    assert names - of_python - {variable.name for variable in VARIABLES} == set()


@pytest.mark.parametrize("name", ["base", "dev", "audit"])
def test_every_locked_package_has_a_hash_and_no_place(name):
    locked = (ROOT / "requirements" / f"{name}.txt").read_text()

    packages = re.findall(r"^\S+==\S+ \\\n    --hash=sha256:", locked, re.MULTILINE)

    assert len(packages) == len(re.findall(r"^[^\s#]", locked, re.MULTILINE))
    assert "://" not in locked
