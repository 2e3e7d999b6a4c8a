import pytest
from django.template import Context, Template
from django.utils import translation

from content.networks.models import Network
from content.pages.models import Page
from content.publishing import door, languages
from tests.reading import read, text, texts

ORIGIN = "http://127.0.0.1:8000"
ALTERNATES = "//link[@rel='alternate'][@hreflang]"
SWITCH = "//nav[@data-element='language']//a"


def alternates(document):
    return {link.get("hreflang"): link.get("href") for link in document.xpath(ALTERNATES)}


def canonical(document):
    (link,) = document.xpath("//link[@rel='canonical']")
    return link.get("href")


def switch(document):
    return [(link.get("hreflang"), link.get("href")) for link in document.xpath(SWITCH)]


@pytest.fixture
def danish_page(db):
    page = Page(
        slug="historie", title_da="Historie", lead_da="Kort sagt.", body_da="<p>Tekst.</p>"
    )
    door.publish(page)
    return page


@pytest.fixture
def half_translated_page(db):
    page = Page(slug="halv", title_da="Halv", title_en="Half", body_da="<p>Dansk.</p>")
    door.publish(page)
    return page


@pytest.mark.parametrize(
    ("address", "language"), [("/strategi/", "da"), ("/en/strategi/", "en")]
)
def test_the_address_decides_the_language_of_the_document(client, page, address, language):
    response = client.get(address, headers={"accept-language": "fr"})

    assert f'<html lang="{language}">' in response.content.decode()
    assert response.headers["Content-Language"] == language


@pytest.mark.parametrize("address", ["/strategi/", "/en/strategi/"])
def test_both_versions_name_each_other_and_themselves(client, page, address):
    document = read(client, address)

    assert canonical(document) == f"{ORIGIN}{address}"
    assert alternates(document) == {
        "da": f"{ORIGIN}/strategi/",
        "en": f"{ORIGIN}/en/strategi/",
        "x-default": f"{ORIGIN}/strategi/",
    }


@pytest.mark.parametrize("address", ["/historie/", "/en/historie/", "/en/halv/"])
def test_a_page_with_danish_in_it_is_no_english_version(
    client, danish_page, half_translated_page, address
):
    document = read(client, address)

    danish = f"{ORIGIN}{address.removeprefix('/en')}"
    assert canonical(document) == danish
    assert alternates(document) == {"da": danish, "x-default": danish}


@pytest.mark.parametrize("address", ["/historie/", "/en/historie/"])
def test_the_switch_lands_on_the_same_page_translated_or_not(client, danish_page, address):
    assert switch(read(client, address)) == [("da", "/historie/"), ("en", "/en/historie/")]


def test_the_switch_on_an_object_s_page_leaves_out_what_somebody_added(client, page):
    links = switch(read(client, "/en/strategi/?utm_source=x"))

    assert links == [("da", "/strategi/"), ("en", "/en/strategi/")]


def test_the_switch_on_a_page_without_an_object_keeps_the_address(client, db):
    links = switch(read(client, "/en/raadgivning/kort/?a=1"))

    assert links == [("da", "/raadgivning/kort/?a=1"), ("en", "/en/raadgivning/kort/?a=1")]


def test_the_canonical_address_never_holds_a_query(client, db):
    assert canonical(read(client, "/raadgivning/kort/?a=1")) == f"{ORIGIN}/raadgivning/kort/"


def test_the_switch_says_which_language_is_shown_and_names_each_in_itself(client, page):
    links = read(client, "/en/strategi/").xpath(SWITCH)

    shown = [(link.get("lang"), text(link), link.get("aria-current")) for link in links]
    assert shown == [("da", "Dansk", None), ("en", "English", "true")]


def test_danish_text_on_an_english_page_is_marked_and_explained(client, danish_page):
    document = read(client, "/en/historie/")

    assert texts(document, "//main//*[@lang='da']") == ["Historie", "Kort sagt.", "Tekst."]
    assert texts(document, "//*[contains(@class, 'notice')]") == [
        "This page is only available in Danish."
    ]


def test_a_half_translated_page_marks_only_what_is_danish(client, half_translated_page):
    document = read(client, "/en/halv/")

    assert texts(document, "//main//*[@lang='da']") == ["Dansk."]
    assert texts(document, "//*[contains(@class, 'notice')]") == [
        "Parts of this page are only available in Danish."
    ]


@pytest.mark.parametrize("address", ["/historie/", "/strategi/", "/en/strategi/"])
def test_nothing_is_explained_where_nothing_is_missing(client, danish_page, page, address):
    assert read(client, address).xpath("//*[contains(@class, 'notice')]") == []


def test_a_danish_title_in_the_english_menu_is_marked(client, page, danish_page):
    danish_page.menu = Page.Menu.MAIN
    door.publish(danish_page)

    (link,) = read(client, "/en/strategi/").xpath("//nav[@data-element='main-menu']//a")

    assert (link.get("lang"), link.get("href")) == ("da", "/en/historie/")


@pytest.mark.parametrize(
    ("english", "extent"),
    [
        ({"title_en": "Title", "body_en": "<p>Text</p>"}, ""),
        ({"title_en": "Title"}, "some"),
        ({}, "all"),
    ],
)
def test_what_is_missing_is_counted_from_what_danish_says(english, extent):
    page = Page(title_da="Titel", body_da="<p>Tekst</p>", **english)

    assert languages.untranslated(page, "en") == extent


def test_nothing_is_ever_missing_in_danish():
    assert languages.untranslated(Page(title_en="Title"), "da") == ""


def test_what_danish_leaves_empty_is_not_missing_in_english(network):
    assert languages.untranslated(Network(name="Nordic Safe Cities"), "en") == ""


@pytest.mark.parametrize(("active", "marked"), [("da", ""), ("en", ' lang="da"')])
def test_lang_of_marks_danish_only_where_the_page_is_not(active, marked):
    template = Template('{% load languages %}{% lang_of page "title" %}')

    with translation.override(active):
        assert template.render(Context({"page": Page(title_da="Titel")})) == marked


@pytest.mark.parametrize(("active", "marked"), [("da", ""), ("en", ' lang="da"')])
def test_a_name_that_is_not_translated_is_danish(active, marked):
    template = Template('{% load languages %}{% lang_of network "source_name" %}')

    with translation.override(active):
        network = Network(source_name="Kommunens artikel")
        assert template.render(Context({"network": network})) == marked
