"""What every answer of the site says of itself, and what it asks nobody."""

from urllib.parse import urljoin, urlsplit

import pytest
from django.core.files.base import ContentFile
from django.db import OperationalError, connection, transaction
from django.test import Client, override_settings
from lxml import html

from content.pages.models import Document, Page
from content.publishing import door
from kbh_radikalisering.initial_content import loader

from .files import pdf

HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
POLICY = {
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
# Open data is for other sites to read.
SHARED = {"/statistik.csv", "/statistik.json", "/data/catalog.jsonld"}
# What a browser that has been at /admin/ sends along.
COOKIES = {"sessionid": "x" * 32, "csrftoken": "y" * 32, "messages": "z"}
NOT_FOUND = {
    "/findes-ikke/",
    "/static/findes-ikke.css",
    "/en/findes-ikke/",
    "/opdateringer/?side=x",
    # Nobody has said whom to tell of flaws yet.
    "/.well-known/security.txt",
}
NOT_PAGES = [
    *NOT_FOUND,
    "/strategi",
    "/was",
    "/robots.txt",
    "/sitemap.xml",
    "/sundhed/live",
    "/sundhed/klar",
    "/static/css/site.css",
    "/soeg/?q=strategi",
]


# Asks pytest-django for a database before the module's own fixture fills it.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker, tmp_path_factory):
    """The initial content and a file, once for all the tests here."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), media, transaction.atomic():
        loader.load()
        page = Page.objects.get(path="/strategi/")
        file = ContentFile(pdf(), "strategi.pdf")
        door.publish(Document(page=page, title_da="Strategi", file=file))
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def answers(site):
    """What a visitor gets at every address of the site, and at some that are not."""
    return visit_everything(Client())


def is_page(answer):
    return answer.get("Content-Type", "").startswith("text/html") and bool(answer.content)


def addresses_in(response, address):
    """Every address of this site that a page names, its own sections included."""
    document = html.document_fromstring(response.content.decode())
    for found in document.xpath("//a/@href | //link/@href | //img/@src | //form/@action"):
        inner = urljoin(f"http://127.0.0.1:8000{address}", found)
        if inner.startswith("http://127.0.0.1:8000/"):
            yield inner.removeprefix("http://127.0.0.1:8000")


def visit_everything(client):
    """Each address that can be reached from the front pages, and some others."""
    answers, waiting = {}, ["/", "/en/", *NOT_PAGES]
    while waiting:
        address = waiting.pop().partition("#")[0]
        if address in answers:
            continue
        answers[address] = answer = client.get(address)
        if answer.streaming:
            # Closes the file, and not the database's connection as close() would.
            b"".join(answer)
        elif answer.status_code == 200 and is_page(answer):
            waiting.extend(addresses_in(answer, address))
    return answers


def test_every_link_on_the_site_leads_to_something(answers):
    failing = {a: each.status_code for a, each in answers.items() if each.status_code >= 400}

    assert set(failing) == NOT_FOUND
    assert len(answers) > 40


def test_every_link_to_a_section_finds_it(answers):
    pages = {
        address: html.document_fromstring(answer.content.decode())
        for address, answer in answers.items()
        if not answer.streaming and is_page(answer)
    }

    missing = {
        link
        for address in pages
        for link in addresses_in(answers[address], address)
        for target, _hash, section in [link.partition("#")]
        if section and not pages[target].xpath("//*[@id=$name]", name=section)
    }
    assert missing == set()


@pytest.mark.parametrize("cookies", [{}, COOKIES], ids=["a visitor", "an editor's browser"])
def test_no_public_answer_sets_or_depends_on_a_cookie_or_a_preference(client, site, cookies):
    client.cookies.load(cookies)
    answers = visit_everything(client)

    told = {a: dict(each.cookies) for a, each in answers.items() if each.cookies}
    varying = {a: each["Vary"] for a, each in answers.items() if "Vary" in each}
    assert told == {}
    assert set(varying.values()) <= {"Accept-Encoding"}


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ["sessionid", "csrftoken"])
def test_a_broken_cookie_is_not_replaced_by_another(client, site, method, name):
    client.cookies[name] = 'broken"'

    answers = [getattr(client, method)(path) for path in ("/", "/sundhed/live", "/soeg/?q=x")]

    assert [dict(answer.cookies) for answer in answers] == [{}, {}, {}]


def test_an_editor_s_browser_is_sent_the_same_page(client, site):
    plain = client.get("/strategi/").content
    client.cookies.load(COOKIES)

    assert client.get("/strategi/", headers={"Accept-Language": "en"}).content == plain


def test_every_answer_carries_every_header(answers):
    lacking = {
        (address, name): answer.get(name)
        for address, answer in answers.items()
        for name, value in HEADERS.items()
        if answer.get(name) != value
    }
    assert lacking == {}


def test_every_answer_has_a_policy_that_allows_what_is_used_and_no_more(answers):
    policies = {
        address: {part.strip() for part in answer["Content-Security-Policy"].split(";")}
        for address, answer in answers.items()
        if not address.startswith(("/dokumenter/", "/en/dokumenter/"))
    }
    assert {address: p for address, p in policies.items() if p != POLICY} == {}
    assert all("camera=()" in answer["Permissions-Policy"] for answer in answers.values())


def test_only_open_data_is_for_other_sites(answers):
    shared = {
        address
        for address, answer in answers.items()
        if answer["Cross-Origin-Resource-Policy"] != "same-origin"
        or "Access-Control-Allow-Origin" in answer
    }
    assert shared <= SHARED


def test_a_page_asks_nobody_else_for_anything(answers):
    for address, answer in answers.items():
        if not answer.streaming and is_page(answer):
            document = html.document_fromstring(answer.content.decode())
            asked = document.xpath("//img/@src | //link[@rel='stylesheet']/@href | //*/@srcset")
            assert {urlsplit(each).netloc for each in asked} <= {""}, address
            assert document.xpath("//script[not(@type='application/ld+json')]") == []
            assert document.xpath("//style | //*[@style] | //iframe | //object | //embed") == []


def test_an_error_of_ours_carries_every_header(client, site, monkeypatch):
    client.raise_request_exception = False

    def refuse(*args, **kwargs):
        raise OperationalError("connection refused")

    with monkeypatch.context() as down:
        down.setattr(connection, "cursor", refuse)
        response = client.get("/strategi/")

    assert response.status_code == 503
    assert {name: response.get(name) for name in HEADERS} == HEADERS
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert not response.cookies


def test_behind_https_browsers_are_told_to_keep_to_it(client, site, settings):
    settings.SECURE_HSTS_SECONDS = 63072000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/strategi/")["Location"] == "https://testserver/strategi/"
    assert client.get("/strategi/", secure=True)["Strict-Transport-Security"] == (
        "max-age=63072000; includeSubDomains; preload"
    )
