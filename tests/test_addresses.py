"""A new site answers at every address that it has promised."""

import pytest
from django.db import transaction
from django.test import Client

from kbh_radikalisering.initial_content import loader

# Asks pytest-django for a database before the module's own fixture fills it.
pytestmark = pytest.mark.django_db

PAGES = [
    "/",
    "/strategi/",
    "/anbefalinger/",
    "/handleplaner/",
    "/handleplaner/vink/",
    "/ekspertgruppen/",
    "/netvaerk/",
    "/netvaerk/nordic-safe-cities/",
    "/netvaerk/strong-cities-network/",
    "/statistik/",
    "/raadgivning/",
    "/raadgivning/kort/",
    "/soeg/?q=henvendelse",
    "/opdateringer/",
    "/privatliv/",
    "/tilgaengelighed/",
]
FILES = {
    "/statistik.csv": "text/csv",
    "/statistik.json": "application/json",
    "/data/catalog.jsonld": "application/ld+json",
    "/raadgivning/kontakt.vcf": "text/vcard",
    "/en/raadgivning/kontakt.vcf": "text/vcard",
    "/opdateringer/feed.atom": "application/atom+xml",
    "/en/opdateringer/feed.atom": "application/atom+xml",
    "/sitemap.xml": "application/xml",
    "/robots.txt": "text/plain",
    "/sundhed/live": "text/plain",
    "/sundhed/klar": "text/plain",
}


@pytest.fixture(scope="module")
def visitor(django_db_setup, django_db_blocker):
    """On the initial content, once for all the tests here."""
    with django_db_blocker.unblock(), transaction.atomic():
        loader.load()
        yield Client()
        transaction.set_rollback(True)


def answer(visitor, address):
    response = visitor.get(address)
    return response.status_code, response.headers["Content-Type"].partition(";")[0]


@pytest.mark.parametrize("address", [f"{part}{page}" for part in ["", "/en"] for page in PAGES])
def test_each_page_stands_at_its_address_in_both_languages(visitor, address):
    assert answer(visitor, address) == (200, "text/html")


@pytest.mark.parametrize(("address", "kind"), FILES.items())
def test_each_file_stands_at_its_address(visitor, address, kind):
    assert answer(visitor, address) == (200, kind)


def test_the_short_address_of_the_statement_leads_on(visitor):
    assert visitor.get("/was").headers["Location"] == "/tilgaengelighed/"
