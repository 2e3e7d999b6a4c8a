import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection
from django.test import Client
from django.urls import path

from content.advice import contact
from kbh_radikalisering import urls
from kbh_radikalisering.urls import handler400, handler500  # noqa: F401
from tests.reading import read, texts


def forbidden(request):
    raise PermissionDenied


def broken(request):
    raise RuntimeError("broken")


urlpatterns = [
    path("forbudt/", forbidden),
    path("en/forbudt/", forbidden),
    path("i-stykker/", broken),
    path("en/i-stykker/", broken),
    *urls.urlpatterns,
]

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.test_errors")]

NUMBERS = "//*[@data-element='contact-bar']//a[@class='call']/@href"


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


@pytest.fixture
def database_down(page, advice_unit):
    def refuse(*args):
        raise OperationalError("the database is gone")

    with connection.execute_wrapper(refuse):
        yield


@pytest.mark.parametrize(
    ("address", "extra", "status", "heading"),
    [
        ("/en/findes-ikke/", {}, 404, "We can't find the page"),
        ("/en/forbudt/", {}, 403, "You don't have access to this page"),
        (
            "/en/",
            {"headers": {"host": "elsewhere.example"}},
            400,
            "The request could not be understood",
        ),
        ("/en/i-stykker/", {}, 500, "Something went wrong on the site"),
    ],
)
def test_an_error_in_english_is_told_in_english(
    client, advice_unit, address, extra, status, heading
):
    response = client.get(address, **extra)
    document = read(client, address, **extra)

    assert response.status_code == status
    assert texts(document, "//h1") == [heading]
    assert document.get("lang") == "en"
    assert document.xpath(NUMBERS) == ["tel:+4533172929"]


@pytest.mark.parametrize(
    ("address", "extra"),
    [
        ("/findes-ikke/", {}),
        ("/forbudt/", {}),
        ("/", {"headers": {"host": "elsewhere.example"}}),
        ("/i-stykker/", {}),
    ],
)
def test_an_error_is_in_danish_elsewhere(client, advice_unit, address, extra):
    document = read(client, address, **extra)

    assert document.get("lang") == "da"
    assert document.xpath("//a[@class='brand']/@href") == ["/"]
    assert document.xpath(NUMBERS) == ["tel:+4533172929"]


def test_a_form_from_elsewhere_is_refused_in_the_site_s_own_words(advice_unit):
    response = Client(enforce_csrf_checks=True).post("/en/")

    assert response.status_code == 403
    assert "<h1>The form was not sent</h1>" in response.content.decode()
    assert "tel:+4533172929" in response.content.decode()


@pytest.mark.parametrize("address", ["/findes-ikke/", "/forbudt/", "/i-stykker/"])
def test_an_error_is_no_page_for_search_engines(client, address):
    document = read(client, address)

    assert document.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert document.xpath("//link[@rel='canonical' or @hreflang]") == []


def test_an_error_has_the_headers_of_every_page(client):
    response = client.get("/i-stykker/")

    assert response.headers["Content-Language"] == "da"
    assert "script-src" not in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_without_its_last_slash_an_address_leads_to_the_page(client, page):
    response = client.get("/strategi")

    assert (response.status_code, response.headers["Location"]) == (301, "/strategi/")


def test_with_the_database_gone_the_number_last_shown_is_still_there(client, advice_unit):
    advice_unit.phone_numbers.update(number="+4533663366")
    client.get("/en/raadgivning/kort/")

    def refuse(*args):
        raise OperationalError("the database is gone")

    with connection.execute_wrapper(refuse):
        response = client.get("/en/")
        document = read(client, "/en/")

    assert response.status_code == 503
    assert document.xpath(NUMBERS) == ["tel:+4533663366"]
    assert document.get("lang") == "en"


def test_a_fresh_process_without_a_database_shows_the_configured_number(
    client, database_down, monkeypatch, settings
):
    monkeypatch.setattr(contact, "_shown", {})
    settings.FALLBACK_PHONE = "+4533663366"

    assert read(client, "/").xpath(NUMBERS) == ["tel:+4533663366"]


def test_when_not_even_the_stylesheet_is_found_the_number_is_still_said(
    client, monkeypatch, settings
):
    monkeypatch.setattr(contact, "_shown", {})
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
        }
    }

    response = client.get("/i-stykker/")

    assert response.status_code == 500
    assert response.content.decode() == "Fejl / Error. 33\xa017\xa029\xa029"


def test_a_file_of_another_release_is_missing_and_not_elsewhere(client, db):
    assert client.get("/static/css/site.0123456789ab.css").status_code == 404
