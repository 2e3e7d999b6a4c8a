"""From SQLite to PostgreSQL and back: one site, all the four ways."""

import os

import pytest
from django.core.management import call_command

from tests import databases

from . import content

pytestmark = pytest.mark.skipif(
    bool(os.environ.get("DATABASE_URL")), reason="brings a PostgreSQL of its own, once"
)


@pytest.fixture(scope="module")
def postgresql(tmp_path_factory):
    with databases.postgresql(tmp_path_factory.mktemp("postgresql")) as engine:
        yield engine


def moved(site, engine, file):
    """`site` in a new database of `engine`, by way of a backup."""
    with site.at():
        call_command("backup", file)
    new = engine.new()
    with new.at():
        call_command("restore", file)
    return new


def test_a_site_moves_between_databases_and_nothing_of_it_changes(
    full, engine, postgresql, tmp_path
):
    way = [postgresql, postgresql, engine, engine]
    sites = [full]
    for number, to in enumerate(way):
        sites.append(moved(sites[-1], to, tmp_path / str(number)))

    found = []
    for site in sites:
        with site.at():
            found.append((content.rows(), content.files(site)))
    assert found == [found[0]] * 5
    assert [site.engine.vendor for site in sites] == [
        "sqlite",
        "postgresql",
        "postgresql",
        "sqlite",
        "sqlite",
    ]
