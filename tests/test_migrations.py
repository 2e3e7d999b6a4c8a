"""A site of the first release becomes one of this release, and can be taken back."""

import importlib

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.test import Client

from content.pages.models import Page
from content.publishing import door
from content.search import index
from content.search.finding import find
from kbh_radikalisering.health import missing_migrations

from . import databases, first_release
from .backup import content

OURS = [
    pytest.param(migration, id=f"{app}.{name}")
    for (app, name), migration in sorted(MigrationLoader(None).disk_migrations.items())
    if app in first_release.APPS
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return databases.of_this_run(tmp_path_factory.mktemp("databases"))


@pytest.fixture
def site(engine, django_db_blocker):
    """An empty database, that is the site's."""
    with django_db_blocker.unblock():
        site = engine.new()
        with site.at():
            yield site


def newest():
    return MigrationLoader(connection).graph.leaf_nodes()


def test_the_first_release_can_be_taken_back_to_nothing(site):
    first_release.fill(first_release.migrate(first_release.MIGRATIONS))

    MigrationExecutor(connection).migrate([(app, None) for app in first_release.APPS])

    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    assert [name for name in tables if name.split("_")[0] in first_release.APPS] == []


def test_the_first_release_had_a_row_in_every_table(site):
    apps = first_release.migrate(first_release.MIGRATIONS)
    first_release.fill(apps)

    assert [label for label, rows in first_release.rows(apps).items() if not rows] == []


def test_nothing_of_the_first_release_is_lost_on_the_way_here_and_back(site):
    apps = first_release.migrate(first_release.MIGRATIONS)
    first_release.fill(apps)
    before = first_release.rows(apps)

    here = first_release.rows(first_release.migrate(newest()))
    back = first_release.rows(first_release.migrate(first_release.MIGRATIONS))

    assert {label: narrowed(here[label], rows) for label, rows in before.items()} == before
    assert back == before


def narrowed(rows, to):
    """`rows` with the columns of the rows `to` alone."""
    return [{name: row[name] for name in known} for row, known in zip(rows, to, strict=True)]


def test_a_site_of_the_first_release_works_here(site):
    first_release.fill(first_release.migrate(first_release.MIGRATIONS))

    call_command("migrate", verbosity=0)
    page = Page.objects.get(path="/strategi/")
    page.body_da = "<p>Nyskrevet</p>"
    door.publish(page, note_da="Rettet")
    index.rebuild()

    assert missing_migrations() == []
    assert "Nyskrevet" in Client().get("/strategi/").content.decode()
    assert len(find("nyskrevet", "da").entries) == 1


def test_a_full_site_can_be_taken_back_and_forth(site):
    call_command("migrate", verbosity=0)
    content.fill()
    pages = list(Page.objects.order_by("pk").values_list("pk", "path", "title_da", "body_en"))

    first_release.migrate(first_release.MIGRATIONS)
    call_command("migrate", verbosity=0)

    after = Page.objects.order_by("pk").values_list("pk", "path", "title_da", "body_en")
    assert list(after) == pages


@pytest.mark.parametrize("migration", OURS)
def test_a_migration_can_be_taken_back_or_says_why_not(migration):
    """Then its file begins with “Not reversible: ” and the reason."""
    says_why = importlib.import_module(migration.__module__).__doc__ or ""

    assert (
        says_why.startswith("Not reversible: ")
        or [operation for operation in migration.operations if not operation.reversible] == []
    )


@pytest.mark.parametrize("migration", OURS)
def test_a_migration_is_named_for_what_it_does(migration):
    assert "auto" not in migration.name.split("_")
