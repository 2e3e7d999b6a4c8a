"""Public pages read from a copy of the database: of the present edition, or not from it."""

from contextlib import contextmanager

import pytest
from django.db import connections
from django.test import override_settings
from django.test.utils import CaptureQueriesContext

from content.pages.models import Page
from content.publishing import door
from kbh_radikalisering import replica
from kbh_radikalisering.kept_pages.rendering import render
from kbh_radikalisering.wsgi import application

from .databases import copy, migrated, of_this_run

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="module")
def first(tmp_path_factory, django_db_setup, django_db_blocker):
    """The database itself, with one page, published."""
    with django_db_blocker.unblock():
        site = migrated(of_this_run(tmp_path_factory.mktemp("first")))
        with site.at():
            door.publish(Page(slug="plan", title_da="Plan", body_da="<p>Den gamle tekst.</p>"))
        yield site


@pytest.fixture
def at_first(first):
    with first.at():
        yield first


@contextmanager
def following(site):
    """While `site` is the copy, as the settings set one up; its connection."""
    replica.replica.resumes_at = 0.0
    connections["replica"] = connection = site.connect()
    try:
        with override_settings(DATABASE_ROUTERS=["kbh_radikalisering.replica.Router"]):
            yield connection
    finally:
        connection.close()
        del connections["replica"]


def publish(text):
    page = Page.objects.get()
    page.body_da = f"<p>{text}</p>"
    door.publish(page)


def test_a_page_is_read_from_the_copy_that_is_up_to_date(at_first):
    with following(at_first) as copied, CaptureQueriesContext(copied) as asked:
        made = render(application, "/plan/")

    assert made.page.status == 200
    assert made.page.edition == made.edition.key
    assert len(asked) > 3


def test_no_page_is_read_from_a_copy_that_is_behind(at_first):
    behind = copy(at_first)
    publish("Den nye tekst.")

    with following(behind) as copied, CaptureQueriesContext(copied) as asked:
        made = render(application, "/plan/")

    assert "Den nye tekst." in made.page.body.decode()
    assert made.page.edition == made.edition.key
    # It was asked, and told that it is behind by its edition.
    assert len(asked) > 0


def test_without_the_copy_pages_are_read_from_the_database_itself(at_first, caplog):
    broken = copy(at_first)
    with following(broken) as copied:
        with copied.cursor() as cursor:
            cursor.execute("DROP TABLE publishing_edition")
        made = render(application, "/plan/")
        with CaptureQueriesContext(copied) as asked:
            again = render(application, "/plan/")

    assert (made.page.status, again.page.status) == (200, 200)
    # For a while it is left alone.
    assert len(asked) == 0
    assert "The replica does not answer: pages are read from the database itself" in [
        record.getMessage() for record in caplog.records
    ]


def test_nothing_is_written_to_or_migrated_on_the_copy(at_first):
    router = replica.Router()

    assert router.db_for_write(Page) == "default"
    assert router.allow_migrate("replica", "pages") is False
    assert router.db_for_read(Page) == "default"
