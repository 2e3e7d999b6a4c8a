"""What comes back out of a backup is what went in."""

import re
import uuid
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import QuerySet
from django.test import Client

from content.networks.models import Network
from content.pages.models import Document, Page
from content.publishing import door
from content.publishing.models import Edition, Opening, Version
from content.search.finding import find
from content.search.models import SearchEntry
from kbh_radikalisering.backup.tables import LEFT_OUT

from . import content


def everything(site):
    with site.at():
        return content.rows(), content.stored(), content.files(site)


def restore(site, file, **options):
    with site.at():
        call_command("restore", file, **options)


def test_every_row_and_every_byte_comes_back(full, empty, backup):
    restore(empty, backup)

    assert everything(empty) == everything(full)


def test_a_database_that_was_never_migrated_is_prepared(full, engine, backup):
    new = engine.new()

    restore(new, backup)

    assert everything(new) == everything(full)


def test_the_backup_of_a_restored_site_holds_the_same(full, empty, backup, tmp_path):
    restore(empty, backup)
    with empty.at():
        call_command("backup", tmp_path / "again.tar")
    with full.at():
        call_command("restore", tmp_path / "again.tar", replace=True)

    assert everything(full) == everything(empty)


def test_a_site_with_content_is_left_alone(full, backup):
    before = everything(full)

    with pytest.raises(CommandError, match=r"^The database is not empty: it holds .*sider"):
        restore(full, backup)

    assert everything(full) == before


def test_what_was_there_gives_way_when_it_is_said_to(full, backup):
    before = everything(full)
    with full.at():
        Page.objects.filter(path="/strategi/").update(title_da="Noget andet")
        Network.objects.create(name="Et nyt netværk", slug="nyt")

    restore(full, backup, replace=True)

    assert everything(full) == before


def test_a_number_that_was_given_out_is_never_given_to_another(full, empty, backup):
    """The network that was deleted has versions, which the new one must not get."""
    with full.at():
        last = max(
            Version.objects.filter(content_type__model="network").values_list(
                "object_id", flat=True
            )
        )
    restore(empty, backup)

    with empty.at():
        assert Network.objects.create(name="Et nyt netværk", slug="nyt").pk > last


def test_every_table_goes_on_numbering_after_its_last_row(empty, backup):
    restore(empty, backup)

    with empty.at():
        assert [model for model in numbered() if next_number(model) <= highest(model)] == []


def numbered():
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.pk.get_internal_type() in {"AutoField", "BigAutoField"}
        and QuerySet(model).exists()
    ]


def highest(model):
    return QuerySet(model).order_by("pk").last().pk


def next_number(model):
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq + 1 FROM sqlite_sequence WHERE name = %s", [table])
        else:
            cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [table])
        return cursor.fetchone()[0]


def test_nothing_that_was_kept_of_the_site_is_shown_again(full, empty, backup):
    with full.at():
        before = Edition.objects.get()
    restore(empty, backup)

    with empty.at():
        after = Edition.objects.get()
    assert after.number == before.number + 1
    assert after.key not in {before.key, uuid.UUID(int=0)}


def test_search_finds_what_was_restored_and_nothing_else(full, backup):
    with full.at():
        network = Network(name="Kvæsthusbroen", slug="broen")
        door.publish(network)
        assert found("Kvæsthusbroen") == {"Kvæsthusbroen"}
        known = found("ekspertgruppen")

    restore(full, backup, replace=True)

    with full.at():
        assert found("Kvæsthusbroen") == set()
        assert found("ekspertgruppen") == known


def found(text):
    entries = SearchEntry.objects.in_bulk(find(text, "da").entries)
    return {entry.title for entry in entries.values()}


def test_every_public_address_answers_as_before(full, empty, backup):
    restore(empty, backup)

    with full.at():
        before = crawled()
    with empty.at():
        assert crawled() == before
    assert len(before) > 20


def crawled():
    """What the public gets at every address of the sitemap, and its files."""
    found = Client().get("/sitemap.xml").content.decode()
    addresses = [urlsplit(url).path for url in re.findall("<loc>(.*?)</loc>", found)]
    addresses += [document.get_absolute_url() for document in Document.objects.all()]
    return {address: b"".join(Client().get(address)) for address in addresses}


def test_nobody_is_signed_in_and_nobody_has_a_form_open(full, empty, backup):
    restore(empty, backup)

    with full.at():
        assert (Session.objects.count(), Opening.objects.count()) == (1, 1)
    with empty.at():
        assert (Session.objects.count(), Opening.objects.count()) == (0, 0)


def test_every_table_is_kept_or_left_out_on_purpose(empty):
    # The shared cache counts wrong tries of the last hour.
    by_hand = {"django_migrations", "sqlite_sequence", "shared_cache"}
    with empty.at(), connection.cursor() as cursor:
        there = set(connection.introspection.table_names(cursor)) - by_hand
    known = content.tables(
        {model._meta.label_lower for model in apps.get_models(include_auto_created=True)}
        | set(LEFT_OUT)
    )

    assert {name for name in there - known if not name.startswith("search_lexemes")} == set()
