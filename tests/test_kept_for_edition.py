"""What stands on every page is kept in memory that a worker's threads share."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.template import Context, Template

from content.publishing import door, every_page, kept
from content.publishing.preview.mount import below

THREADS = 8
EDITIONS = 4_000


@pytest.fixture
def hasty_threads():
    """Threads take turns so often that one gets in between another's steps."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


def test_threads_that_see_different_editions_do_not_disturb_each_other(hasty_threads):
    @kept.kept_for_edition
    def read():
        time.sleep(0)
        return list(range(100))

    def reads_of_a_thread(_number):
        lengths = set()
        for _edition in range(EDITIONS):
            kept._edition.set({"key": uuid4()})
            lengths.add(len(read()))
        return lengths

    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(reads_of_a_thread, range(THREADS))) == [{100}] * THREADS


PART = Template("{% load kept %}{% kept 'part' mark %}{{ said }}{% endkept %}")


def part(**values):
    return PART.render(Context(values))


@pytest.fixture
def edition(db):
    door.start_edition()


@pytest.mark.usefixtures("edition")
def test_a_part_of_every_page_is_made_once_an_edition():
    assert part(mark="", said="first") == "first"
    assert part(mark="", said="second") == "first"

    door.start_edition()

    assert part(mark="", said="third") == "third"


@pytest.mark.usefixtures("edition")
def test_a_part_is_made_for_each_value_that_it_varies_with():
    assert part(mark="one", said="first") == "first"
    assert part(mark="two", said="second") == "second"
    assert part(mark="one", said="third") == "first"


@pytest.mark.usefixtures("edition")
def test_a_part_is_made_anew_where_the_links_begin_elsewhere():
    assert part(mark="", said="first") == "first"

    with below("/forhaandsvis/x"):
        assert part(mark="", said="second") == "second"


@pytest.mark.usefixtures("edition")
def test_what_is_made_in_passing_stays_with_nobody():
    with kept.in_passing():
        assert part(mark="", said="draft") == "draft"

    assert part(mark="", said="public") == "public"


BEFORE_THE_FIRST_PAGE = """
import django
django.setup()
from django.urls import get_resolver
get_resolver().url_patterns
from content.publishing import every_page
print(*every_page._parts, sep="\\n")
"""


def test_each_app_says_what_it_shows_everywhere_before_the_first_page_is_made():
    ran = subprocess.run(
        [sys.executable, "-c", BEFORE_THE_FIRST_PAGE],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert sorted(ran.stdout.splitlines()) == sorted(every_page._parts)
