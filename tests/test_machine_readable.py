"""What other programs read of the site."""

import json
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from content.pages.models import Page, Recommendation
from content.publishing import door
from content.publishing.models import UpdateNote
from content.publishing.structured_data import as_script

from .reading import read, text, texts

ORIGIN = "http://127.0.0.1:8000"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
HOSTILE_HOST = {"HTTP_HOST": "localhost:666"}


def xml(client, address, **extra):
    return ElementTree.fromstring(client.get(address, **extra).content)


def jsonld(document):
    scripts = document.xpath("//script[@type='application/ld+json']/text()")
    return [json.loads(script) for script in scripts]


def of_type(document, kind):
    things = [thing for data in jsonld(document) for thing in data.get("@graph", [data])]
    return next(thing for thing in things if thing["@type"] == kind)


@pytest.fixture
def note(page):
    door.publish(page, note_da="Målene er nye.", note_en="The goals are new.")
    return UpdateNote.objects.get()


@pytest.fixture
def recommendation(page):
    recommendation = Recommendation(page=page, title_da="Lyt til de unge", title_en="Listen")
    door.publish(recommendation, note_da="Tilføjet.")
    return recommendation


def told(page, times):
    for number in range(times):
        door.publish(page, note_da=f"Nyt {number}.")


# The list of updates


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/opdateringer/", [("/strategi/", "Strategi", "Målene er nye.")]),
        ("/en/opdateringer/", [("/en/strategi/", "Strategy", "The goals are new.")]),
    ],
)
def test_the_list_of_updates_says_what_and_leads_there(client, note, address, expected):
    items = read(client, address).xpath("//ul[@class='update-list']/li")

    assert [
        (item.xpath("string(h2/a/@href)"), text(item.find("h2")), text(item.find("p")))
        for item in items
    ] == expected


def test_an_update_in_danish_alone_is_marked_so_in_english(client, recommendation):
    document = read(client, "/en/opdateringer/")

    assert document.xpath("//ul[@class='update-list']/li/p/@lang") == ["da"]


@pytest.mark.parametrize("fate", [door.withdraw, door.delete])
def test_an_update_stays_when_its_object_goes_but_leads_nowhere(client, note, page, fate):
    fate(page)

    [item] = read(client, "/opdateringer/").xpath("//ul[@class='update-list']/li")
    assert (text(item.find("h2")), item.xpath(".//a")) == ("Strategi", [])


def test_an_update_of_what_stands_on_a_withdrawn_page_leads_nowhere(client, recommendation):
    door.withdraw(recommendation.page)

    assert read(client, "/opdateringer/").xpath("//ul[@class='update-list']//a") == []


def test_an_update_of_the_site_s_settings_leads_nowhere(client, site_settings):
    door.publish(site_settings, note_da="Ny adresse.")

    assert read(client, "/opdateringer/").xpath("//ul[@class='update-list']//a") == []


def test_many_updates_are_shown_twenty_at_a_time_the_newest_first(client, page):
    told(page, 45)

    first, last = (read(client, f"/opdateringer/?side={side}") for side in [1, 3])
    assert texts(first, "//ul[@class='update-list']/li/p")[:2] == ["Nyt 44.", "Nyt 43."]
    assert len(first.xpath("//ul[@class='update-list']/li")) == 20
    assert texts(last, "//ul[@class='update-list']/li/p") == [
        f"Nyt {number}." for number in [4, 3, 2, 1, 0]
    ]


def test_without_updates_the_list_says_so(client, page):
    document = read(client, "/opdateringer/")

    assert document.xpath("//ul[@class='update-list']") == []
    assert len(texts(document, "//main/p")) == 3


@pytest.mark.parametrize("notes", [2, 19])
def test_the_list_costs_the_same_however_long_it_is(
    client, page, recommendation, notes, django_assert_max_num_queries
):
    for number in range(notes):
        other = Recommendation(page=page, title_da=f"Anbefaling {number}")
        door.publish(other, note_da="Tilføjet.")
    client.get("/opdateringer/")

    with django_assert_max_num_queries(8):
        client.get("/opdateringer/")


@pytest.mark.parametrize("side", ["0", "-1", "2", "x", "1e3", "9" * 30])
def test_a_part_of_the_list_that_is_not_there_is_not_found(client, note, side):
    assert client.get(f"/opdateringer/?side={side}").status_code == 404


def test_a_page_shows_its_own_updates(client, note, recommendation):
    document = read(client, "/strategi/")

    assert texts(document, "//details[@class='updates']//p") == ["Målene er nye."]


def test_a_page_without_updates_shows_no_list_of_them(client, page):
    assert read(client, "/strategi/").xpath("//details[@class='updates']") == []


def test_the_front_page_shows_the_three_latest_updates(client, home, page):
    told(page, 4)

    document = read(client, "/")

    assert texts(document, "//section[@data-element='latest-updates']//li/p") == [
        "Nyt 3.",
        "Nyt 2.",
        "Nyt 1.",
    ]


# The feed


@pytest.mark.parametrize(
    ("address", "language", "title", "link"),
    [
        ("/opdateringer/feed.atom", "da", "Strategi", "/strategi/"),
        ("/en/opdateringer/feed.atom", "en", "Strategy", "/en/strategi/"),
    ],
)
def test_the_feed_tells_of_updates_in_its_language(
    client, note, address, language, title, link
):
    feed = xml(client, address)

    [entry] = feed.findall(f"{ATOM}entry")
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert (entry.findtext(f"{ATOM}title"), entry.find(f"{ATOM}link").get("href")) == (
        title,
        f"{ORIGIN}{link}",
    )
    assert entry.findtext(f"{ATOM}id") == f"tag:127.0.0.1,2026:{language}/opdatering/{note.pk}"
    assert entry.findtext(f"{ATOM}updated") == note.published_at.isoformat()


def test_the_list_says_the_moment_of_an_update_as_html_wants_it(client, note):
    UpdateNote.objects.update(published_at=datetime(2026, 11, 26, 8, 27, 24, 257114, UTC))

    [moment] = read(client, "/opdateringer/").xpath("//main//time/@datetime")
    assert moment == "2026-11-26T09:27:24+0100"


def test_the_feed_is_atom_and_says_where_it_is(client, note):
    response = client.get("/opdateringer/feed.atom", **HOSTILE_HOST)

    feed = ElementTree.fromstring(response.content)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        "alternate": f"{ORIGIN}/opdateringer/",
        "self": f"{ORIGIN}/opdateringer/feed.atom",
    }


def test_what_an_editor_writes_is_text_in_the_feed(client, page):
    door.publish(page, note_da="Nu < 3 & <b>ny</b>.\n\nMere.")

    entry = xml(client, "/opdateringer/feed.atom").find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}summary") == (
        "<p>Nu &lt; 3 &amp; &lt;b&gt;ny&lt;/b&gt;.</p>\n\n<p>Mere.</p>"
    )


def test_an_empty_feed_is_the_same_each_time(client, db):
    first, again = (client.get("/opdateringer/feed.atom").content for _time in range(2))

    assert first == again


def test_every_page_names_the_feed_of_its_language(client, page):
    document = read(client, "/en/strategi/")

    assert document.xpath("//link[@type='application/atom+xml']/@href") == [
        "/en/opdateringer/feed.atom"
    ]


def test_the_feed_costs_one_query_until_something_is_published(
    client, site_settings, note, recommendation, django_assert_num_queries
):
    client.get("/opdateringer/feed.atom")

    with django_assert_num_queries(1):  # the edition
        client.get("/opdateringer/feed.atom")


# Sitemap, robots.txt, security.txt, /was


def locations(client, **extra):
    return [url.findtext(f"{SITEMAP}loc") for url in xml(client, "/sitemap.xml", **extra)]


def test_the_sitemap_has_every_public_page_in_each_of_its_languages(
    client, home, page, network
):
    assert set(locations(client)) == {
        f"{ORIGIN}{prefix}{path}"
        for prefix in ["", "/en"]
        for path in ["/", "/strategi/", "/opdateringer/"]
    } | {f"{ORIGIN}{prefix}{network.get_public_path()}" for prefix in ["", "/en"]}


def test_the_sitemap_leaves_out_what_is_not_translated_and_not_public(client, page):
    door.publish(Page(slug="historie", title_da="Historie"))
    Page(slug="kladde", title_da="Kladde").save()

    assert [each for each in locations(client) if "opdateringer" not in each] == [
        f"{ORIGIN}/strategi/",
        f"{ORIGIN}/en/strategi/",
        f"{ORIGIN}/historie/",
    ]


def test_the_sitemap_names_translations_of_each_other_and_when_they_changed(client, page):
    [url, _english] = [
        each
        for each in xml(client, "/sitemap.xml")
        if each.findtext(f"{SITEMAP}loc").endswith("/strategi/")
    ]

    links = {link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")}
    assert links == {
        "da": f"{ORIGIN}/strategi/",
        "en": f"{ORIGIN}/en/strategi/",
        "x-default": f"{ORIGIN}/strategi/",
    }
    assert url.findtext(f"{SITEMAP}lastmod") == page.last_updated_at.isoformat(
        timespec="seconds"
    )


def test_addresses_in_files_are_the_site_s_own_whatever_a_visitor_calls_it(client, page, note):
    for address in ["/sitemap.xml", "/robots.txt", "/opdateringer/feed.atom", "/strategi/"]:
        assert b"localhost" not in client.get(address, **HOSTILE_HOST).content


def test_robots_keep_to_the_pages(client, db):
    assert client.get("/robots.txt").content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /forhaandsvis/",
        "Disallow: /soeg/",
        "Disallow: /en/soeg/",
        "",
        f"Sitemap: {ORIGIN}/sitemap.xml",
    ]


def test_security_txt_says_whom_to_tell_and_holds_for_half_a_year(client, site_settings):
    site_settings.security_contact = "sikkerhed@example.dk"
    door.publish(site_settings)

    fields = dict(
        line.split(": ", 1)
        for line in client.get("/.well-known/security.txt").content.decode().splitlines()
    )

    expires = datetime.fromisoformat(fields.pop("Expires"))
    assert fields == {
        "Contact": "mailto:sikkerhed@example.dk",
        "Preferred-Languages": "da, en",
        "Canonical": f"{ORIGIN}/.well-known/security.txt",
    }
    assert timedelta(days=178) < expires - timezone.now() <= timedelta(days=180)
    assert expires.astimezone(UTC).hour == 0


def test_without_a_contact_there_is_no_security_txt(client, site_settings):
    assert client.get("/.well-known/security.txt").status_code == 404


def test_the_short_address_leads_to_the_accessibility_statement(client, site_settings):
    site_settings.accessibility_statement_url = "https://was.digst.dk/example"
    door.publish(site_settings)

    response = client.get("/was")

    assert (response.status_code, response["Location"]) == (302, "https://was.digst.dk/example")


def test_until_there_is_a_statement_the_short_address_leads_to_the_page(client, site_settings):
    door.publish(Page(slug="tilgaengelighed", title_da="Tilgængelighed"))

    assert client.get("/was")["Location"] == "/tilgaengelighed/"


def test_without_either_the_short_address_is_not_found(client, db):
    assert client.get("/was").status_code == 404


@pytest.mark.parametrize("name", ["robots", "live", "ready", "updates_feed"])
def test_files_for_machines_can_only_be_read(client, db, name):
    assert client.post(reverse(name)).status_code == 405


# Schema.org


def test_every_page_says_who_is_responsible(client, site_settings, page):
    site_settings.street = "Rådhuspladsen 1"
    site_settings.postal_code = "1550"
    site_settings.cvr = "64942212"
    door.publish(site_settings)

    assert of_type(read(client, "/strategi/"), "GovernmentOrganization") == {
        "@type": "GovernmentOrganization",
        "@id": f"{ORIGIN}/#organisation",
        "name": "Københavns Kommune",
        "url": f"{ORIGIN}/",
        "vatID": "DK64942212",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "Rådhuspladsen 1",
            "postalCode": "1550",
            "addressCountry": "DK",
        },
    }


def test_what_is_not_known_of_the_authority_is_left_out(client, site_settings, page):
    organisation = of_type(read(client, "/en/strategi/"), "GovernmentOrganization")

    assert set(organisation) == {"@type", "@id", "name", "url"}


def test_a_page_says_where_in_the_site_it_is(client, home, page):
    door.publish(Page(slug="maal", parent=page, title_da="Mål", title_en="Goals"))

    steps = of_type(read(client, "/en/strategi/maal/"), "BreadcrumbList")["itemListElement"]

    assert [(step["position"], step["name"], step["item"]) for step in steps] == [
        (1, "Front page", f"{ORIGIN}/en/"),
        (2, "Strategy", f"{ORIGIN}/en/strategi/"),
        (3, "Goals", f"{ORIGIN}/en/strategi/maal/"),
    ]


def test_the_front_page_and_error_pages_have_no_way_to_them(client, home):
    for address in ["/", "/findes-ikke/"]:
        kinds = [data.get("@type") for data in jsonld(read(client, address))]
        assert "BreadcrumbList" not in kinds


def test_data_cannot_end_its_script():
    with translation.override("da"):
        script = as_script({"name": "</script><!--<script>&"})

    assert script == (
        '<script type="application/ld+json">{"@context": "https://schema.org", "name": '
        '"\\u003C/script\\u003E\\u003C!--\\u003Cscript\\u003E\\u0026"}</script>'
    )
