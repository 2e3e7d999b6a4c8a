"""The timer: as a command, beside the site, and several of them at once."""

import signal
import sqlite3
import subprocess
from contextlib import closing
from shutil import copy

import psutil
import pytest
from django.db import connection

from .started import PATIENCE, Server, free_port, manage, managed
from .waiting import until

PLAN = """
from datetime import timedelta
from django.utils import timezone
from content.pages.models import Page
from content.publishing import plans, drafts
from content.publishing.history.snapshot import snapshot
page = Page.objects.create(slug="ny", title_da="Ny side")
version = drafts.keep(page, snapshot(page))
plans.make(timezone.now() - timedelta(seconds=1), [plans.Entry(page, version)])
"""


def run(*arguments, environ, **options):
    """A process of manage.py, that is under way."""
    process = manage(*arguments, **environ) | options
    return subprocess.Popen(**process, stdout=subprocess.PIPE, text=True)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A database of its own on SQLite, with a plan that is due."""
    if connection.vendor != "sqlite":
        pytest.skip("threads ask for it on PostgreSQL, see test_plans")
    folder = tmp_path_factory.mktemp("prepared")
    environ = {"DATA_DIR": str(folder)}
    for args in [["migrate", "--verbosity=0"], ["shell", "--verbosity=0", "-c", PLAN]]:
        managed(*args, **environ)
    return folder / "db.sqlite3"


@pytest.fixture
def environ(prepared, tmp_path):
    copy(prepared, tmp_path)
    return {"DATA_DIR": str(tmp_path)}


def test_of_two_processes_at_once_one_carries_out(environ):
    both = [run("publish_due", environ=environ) for _number in range(2)]

    said = "".join(process.communicate(timeout=120)[0] for process in both)

    assert said == "Carried out: Ny side\n"
    assert [process.returncode for process in both] == [0, 0]


def test_the_watch_carries_out_what_is_due_and_ends_when_it_is_told_to(environ):
    with run("publish_due", "--watch", environ=environ) as process:
        said = process.stdout.readline()
        process.send_signal(signal.SIGTERM)

        assert [said, process.wait(30)] == ["Carried out: Ny side\n", 0]


def test_the_watch_outlives_a_database_that_is_away(environ, tmp_path):
    rename(tmp_path, "publishing_plan", "away")
    with run("publish_due", "--watch", environ=environ, stderr=subprocess.STDOUT) as process:
        complaint = process.stdout.readline()
        rename(tmp_path, "away", "publishing_plan")
        said = next(line for line in iter(process.stdout.readline, "") if "again" not in line)
        process.send_signal(signal.SIGTERM)

        assert complaint.startswith("The database does not answer (")
        assert [said, process.wait(30)] == ["Carried out: Ny side\n", 0]


def rename(folder, old, new):
    with closing(sqlite3.connect(folder / "db.sqlite3")) as database, database:
        database.execute(f"ALTER TABLE {old} RENAME TO {new}")


def test_the_watch_beside_the_site_ends_with_it(environ):
    environ |= {"PORT": str(free_port())}
    with run("start", "--watch", environ=environ) as site:
        until(Server(site, int(environ["PORT"]), None).listens, PATIENCE)
        children = psutil.Process(site.pid).children()
        assert [child for child in children if "publish_due" in child.cmdline()]
        site.send_signal(signal.SIGTERM)
        # The pipe closes when the last of them has ended, the timer too.
        site.communicate(timeout=60)

    assert site.returncode == 0
