"""What those who watch over the site are told."""

import pytest
from django.db import OperationalError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def test_the_site_lives_without_asking_the_database(client):
    # Without the db fixture a query would fail.
    response = client.get("/sundhed/live")

    assert (response.status_code, response.content) == (200, b"ok\n")


def test_the_site_is_ready_when_the_database_has_every_table(client, db):
    response = client.get("/sundhed/klar")

    assert (response.status_code, response.content) == (200, b"ok\n")


def test_the_site_is_not_ready_before_it_is_migrated(client, db):
    [(app, last)] = MigrationLoader(connection).graph.leaf_nodes("search")
    MigrationRecorder(connection).record_unapplied(app, last)

    response = client.get("/sundhed/klar")

    assert (response.status_code, response.content) == (
        503,
        f"Migrations are missing: search.{last}\n".encode(),
    )


def test_the_site_is_not_ready_without_its_database(client, db, monkeypatch):
    def refuse(*args, **kwargs):
        raise OperationalError("connection refused")

    with monkeypatch.context() as down:
        down.setattr(connection, "cursor", refuse)
        response = client.get("/sundhed/klar")

    assert (response.status_code, response.content) == (503, b"The database does not answer.\n")


@pytest.mark.parametrize("address", ["/sundhed/live", "/sundhed/klar"])
def test_an_answer_about_health_is_never_kept(client, db, address):
    assert "no-store" in client.get(address)["Cache-Control"]


def test_health_is_told_without_https_to_those_beside_the_site(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/sundhed/live").status_code == 200
