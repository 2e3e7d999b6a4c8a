import re
from itertools import pairwise

import pytest
from django.contrib.staticfiles import finders
from django.template import engines
from django.template.loaders.cached import Loader

from content.pages.models import Page
from content.pages.trail import paths_above
from content.publishing import door
from tests.reading import read, text, texts


@pytest.fixture
def everything(site_settings, home, page, advice_unit, help_line):
    """A site with each part of the frame in use."""
    site_settings.street = "Rådhuspladsen 1"
    site_settings.postal_code = "1550"
    site_settings.city = "København V"
    site_settings.cvr = "64942212"
    site_settings.phone = "+4533663366"
    site_settings.website = "https://www.kk.dk"
    site_settings.data_protection_url = "https://www.kk.dk/databeskyttelse"
    site_settings.accessibility_statement_url = "https://was.digst.dk/example-dk"
    door.publish(site_settings)
    page.menu = Page.Menu.MAIN
    door.publish(page)
    door.publish(
        Page(slug="privatliv", title_da="Privatliv", title_en="Privacy", menu=Page.Menu.FOOTER)
    )


@pytest.fixture
def below(page):
    child = Page(slug="maal", parent=page, title_da="Mål", title_en="Goals")
    door.publish(child)
    grandchild = Page(slug="delmaal", parent=child, title_da="Delmål", title_en="Sub-goals")
    door.publish(grandchild)
    return grandchild


def name_of(element):
    label = element.get("aria-labelledby", "none")
    return element.get("aria-label") or element.xpath(f"string(//*[@id='{label}'])")


def hooks(document, inside):
    return document.xpath(f"{inside}//@data-element")


ADDRESSES = ["/", "/en/", "/strategi/", "/en/strategi/", "/findes-ikke/", "/raadgivning/kort/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_first_stop_on_every_page_leads_past_the_header(client, everything, address):
    document = read(client, address)

    first = document.xpath("//body//a")[0]
    (target,) = document.xpath(f"//*[@id='{first.get('href').removeprefix('#')}']")
    assert target.tag == "main"


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_has_one_heading_of_the_first_level(client, everything, address):
    assert len(read(client, address).xpath("//h1")) == 1


@pytest.mark.parametrize("address", ADDRESSES)
def test_headings_skip_no_level(client, everything, address):
    headings = read(client, address).xpath("//main//*[self::h1 or self::h2 or self::h3]")
    levels = [int(heading.tag[1]) for heading in headings]

    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_id_stands_twice_and_every_reference_has_a_target(client, everything, address):
    document = read(client, address)

    ids = document.xpath("//@id")
    named = document.xpath("//@aria-labelledby | //@for")
    assert sorted(ids) == sorted(set(ids))
    assert sorted(set(named) - set(ids)) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_landmarks_of_a_kind_have_names_of_their_own(client, everything, address):
    document = read(client, address)

    names = [name_of(landmark) for landmark in document.xpath("//nav")]
    assert sorted(names) == sorted(set(names))
    assert "" not in names


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_number_to_call_comes_before_the_content_of_every_page(client, everything, address):
    stops = read(client, address).xpath(
        "//*[@data-element='contact-bar']//a[@class='call']/@href | //main"
    )

    assert stops[0] == "tel:+4533172929"


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_on_a_page_comes_from_elsewhere(client, everything, address):
    document = read(client, address)

    loaded = document.xpath("//link[@rel!='canonical' and @rel!='alternate']/@href | //@src")
    assert [href for href in loaded if not href.startswith("/static/")] == []
    assert document.xpath("//@style | //style | //script[not(@type)]") == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_the_head_loads_exists(client, everything, address):
    loaded = read(client, address).xpath("//link[starts-with(@href, '/static/')]/@href")

    assert [href for href in loaded if not finders.find(href.removeprefix("/static/"))] == []


def test_the_header_names_the_municipality_and_the_site(client, everything):
    (brand,) = read(client, "/en/").xpath("//header//a[@class='brand']")

    assert text(brand) == "City of Copenhagen Preventing radicalisation"
    assert brand.get("href") == "/en/"


def test_the_header_has_the_hooks_that_conformance_tools_look_for(client, everything):
    assert hooks(read(client, "/"), "//header") == [
        "header",
        "language",
        "main-menu",
        "search",
    ]


def test_the_footer_has_the_hooks_that_conformance_tools_look_for(client, everything):
    assert hooks(read(client, "/"), "//footer") == [
        "footer",
        "responsible-authority",
        "contact",
        "footer-menu",
        "accessibility-statement",
        "data-protection",
    ]


def test_the_footer_says_who_is_responsible_and_how_to_reach_them(client, everything):
    document = read(client, "/en/")

    assert texts(document, "//footer//section[1]/*") == [
        "Responsible authority",
        "City of Copenhagen Rådhuspladsen 1 1550 København V",
        "CVR number 64942212",
    ]
    assert document.xpath("//footer//a/@href") == [
        "tel:+45-33-66-33-66",
        "https://www.kk.dk",
        "/en/privatliv/",
        "/en/opdateringer/",
        "https://was.digst.dk/example-dk",
        "https://www.kk.dk/databeskyttelse",
    ]


def test_the_footer_of_a_new_site_has_no_empty_parts(client, home):
    document = read(client, "/en/")

    assert texts(document, "//footer//h2") == ["Responsible authority", "About the site"]
    assert document.xpath("//footer//a/@href") == ["/en/opdateringer/"]
    assert document.xpath("//footer//*[not(normalize-space())][not(self::br)]") == []


@pytest.mark.parametrize(
    ("address", "marked"),
    [
        ("/strategi/", [("/strategi/", "page")]),
        ("/strategi/maal/", [("/strategi/", "true")]),
        ("/", []),
    ],
)
def test_the_menu_shows_where_one_is(client, everything, below, address, marked):
    links = read(client, address).xpath("//nav[@data-element='main-menu']//a[@aria-current]")

    assert [(link.get("href"), link.get("aria-current")) for link in links] == marked


def test_a_page_that_only_begins_alike_is_not_in_that_part_of_the_site(client, everything):
    door.publish(Page(slug="strategien", title_da="Strategien"))

    assert (
        read(client, "/strategien/").xpath("//header//nav//a[@aria-current='true'][@class]")
        == []
    )
    links = read(client, "/strategien/").xpath(
        "//nav[@data-element='main-menu']//@aria-current"
    )
    assert links == []


def test_menus_hold_what_is_published_in_the_editors_order(client, everything, page):
    door.publish(Page(slug="foerst", title_da="Først", menu=Page.Menu.MAIN, position=1))
    withdrawn = Page(slug="vaek", title_da="Væk", menu=Page.Menu.MAIN)
    door.publish(withdrawn)
    door.withdraw(withdrawn)

    assert texts(read(client, "/"), "//nav[@data-element='main-menu']//a") == [
        "Først",
        "Strategi",
    ]


def test_breadcrumbs_lead_up_to_the_front_page(client, home, below):
    links = read(client, "/en/strategi/maal/delmaal/").xpath(
        "//nav[@data-element='breadcrumbs']//a"
    )

    assert [(text(link), link.get("href")) for link in links] == [
        ("Front page", "/en/"),
        ("Strategy", "/en/strategi/"),
        ("Goals", "/en/strategi/maal/"),
    ]


def test_breadcrumbs_leave_out_a_page_that_is_not_published(client, home, page, below):
    door.withdraw(page)

    links = read(client, "/strategi/maal/delmaal/").xpath(
        "//nav[@data-element='breadcrumbs']//a/@href"
    )

    assert links == ["/", "/strategi/maal/"]


def test_breadcrumbs_of_another_app_s_object_lead_to_its_page(client, network):
    door.publish(Page(kind=Page.Kind.NETWORKS, slug="netvaerk", title_da="Netværk"))

    links = read(client, network.get_absolute_url()).xpath(
        "//nav[@data-element='breadcrumbs']//a/@href"
    )

    assert links == ["/", "/netvaerk/"]


def test_the_front_page_has_no_breadcrumbs(client, everything):
    assert read(client, "/en/").xpath("//nav[@data-element='breadcrumbs']") == []


@pytest.mark.parametrize(
    ("path", "above"),
    [
        ("/", []),
        ("/strategi/", []),
        ("/a/b/c/", ["/a/", "/a/b/"]),
        ("/raadgivning/kontakt.vcf", ["/raadgivning/"]),
    ],
)
def test_the_paths_above_a_path(path, above):
    assert paths_above(path) == above


def test_the_frame_costs_one_query_once_an_edition_has_been_seen(
    client, everything, django_assert_num_queries
):
    client.get("/raadgivning/kort/")

    with django_assert_num_queries(2):  # the edition; the page above
        client.get("/raadgivning/kort/")


def test_a_page_holds_no_long_run_of_blank_lines(client, everything):
    longest = max(re.findall(r"\s+", client.get("/strategi/").content.decode()), key=len)

    assert len(longest) < 120


def test_a_template_is_read_once_a_process():
    loaders = engines["django"].engine.template_loaders

    assert [type(each) for each in loaders] == [Loader]
