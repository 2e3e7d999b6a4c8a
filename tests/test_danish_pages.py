"""No page that is shown in Danish says anything in the English that its code is written in."""

import gettext
import re
from importlib import resources
from urllib.parse import urljoin

import pytest
from django.conf import settings
from django.contrib import admin
from django.db import transaction
from django.test import Client
from django.urls import reverse
from lxml import html

from kbh_radikalisering.initial_content import loader
from tests.editors import address, signed_in

# Asks pytest-django for a database before the module's own fixture fills it.
pytestmark = pytest.mark.django_db

CATALOGUES = [
    *settings.BASE_DIR.glob("locale*/da/LC_MESSAGES/django.mo"),
    *resources.files("django").glob("conf/locale/da/LC_MESSAGES/django.mo"),
    *resources.files("django.contrib").glob("a*/locale/da/LC_MESSAGES/django.mo"),
]
# What Django says in English without asking for a translation.
UNTRANSLATABLE = {"True", "False", "Content type", "Object id"}
PERMISSION = re.compile(r"\bCan (add|change|delete|view|publish) ")
SHOWN = (
    "//text()[not(ancestor::script or ancestor::style or ancestor::textarea)]"
    " | //@alt | //@aria-label | //@placeholder | //@title"
    " | //input[@type='submit']/@value | //meta[@name='description']/@content"
)
LANGUAGE = "string(ancestor-or-self::*[@lang][1]/@lang)"
START = ["/", "/soeg/?q=strategi", "/soeg/?q=qqqq", "/findes-ikke/"]
HOST = "http://testserver"


def english():
    """What would be shown if a Danish text were missing; not what is Danish as well."""
    english, danish = {bare(text) for text in UNTRANSLATABLE}, set()
    for file in CATALOGUES:
        with open(file, "rb") as compiled:
            catalogue = gettext.GNUTranslations(compiled)._catalog
        for key, text in catalogue.items():
            msgid = key[0] if isinstance(key, tuple) else key
            english.add(bare(msgid.rpartition("\x04")[2]))
            danish.add(bare(text))
    return english - danish


def bare(text):
    """As it is compared: a label is given a capital and a colon by the page that shows it."""
    return " ".join(text.split()).strip(":? ").casefold()


def texts(response):
    """Every text of a page that is not marked as being in another language."""
    document = html.document_fromstring(response.content.decode())
    for found in document.xpath(SHOWN):
        parent = found.getparent()
        element = parent.getparent() if found.is_tail else parent
        if found.strip() and element.xpath(LANGUAGE) == "da":
            yield found


def untranslated(pages):
    wanted = english()
    return {
        (place, text)
        for place, response in pages.items()
        for text in texts(response)
        if bare(text) in wanted or PERMISSION.search(text)
    }


def public_pages(client):
    """Every Danish page that a visitor can reach."""
    pages, waiting, seen = {}, [*START], set()
    while waiting:
        place = waiting.pop().partition("#")[0]
        if place in seen or place.startswith(("/en/", "/admin/")):
            continue
        seen.add(place)
        response = client.get(place)
        if response.get("Content-Type", "").startswith("text/html") and response.content:
            pages[place] = response
            waiting += links(response, place)
    return pages


def links(response, place):
    """The addresses of this site that a page leads to."""
    for link in html.document_fromstring(response.content.decode()).xpath("//a/@href"):
        url = urljoin(HOST + place, link)
        if url.startswith(HOST):
            yield url.removeprefix(HOST)


@pytest.fixture(scope="module")
def content(django_db_setup, django_db_blocker):
    """Loading takes a while, so it is done once for all the tests here."""
    with django_db_blocker.unblock(), transaction.atomic():
        loader.load()
        yield
        transaction.set_rollback(True)


def test_no_public_page_says_anything_in_english(content):
    pages = public_pages(Client())

    assert untranslated(pages) == set()
    assert len(pages) > 15


@pytest.mark.parametrize("view", ["changelist", "add", "change", "history", "delete"])
def test_no_page_of_the_admin_says_anything_in_english(content, view):
    client = signed_in("superuser")
    pages = {}
    for model in admin.site._registry:
        row = model._default_manager.first()
        if view in {"changelist", "add"}:
            place = address(model, view)
        elif row:
            place = address(model, view, row.pk)
        else:
            continue
        response = client.get(place, follow=True)
        if response.status_code == 200:
            pages[place] = response

    assert untranslated(pages) == set()
    assert len(pages) > 5


@pytest.mark.parametrize("name", ["index", "password_change", "password_change_done", "logout"])
def test_nor_does_what_an_account_sees_of_itself(content, name):
    client = signed_in("superuser")
    url = reverse(f"admin:{name}")

    # Signing out leads back to where one signs in.
    response = client.post(url, follow=True) if name == "logout" else client.get(url)

    assert untranslated({url: response}) == set()
