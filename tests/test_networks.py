"""City networks: the list, a network's own page, and its facts."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils import translation

from content.networks.models import Network
from content.publishing import door

LIST = Template("{% load networks %}{% network_list %}")


def facts(html):
    """The page's facts as {heading: text}."""
    pairs = re.findall(r"<dt>(.+?)</dt>\s*<dd[^>]*>(.+?)</dd>", html, re.DOTALL)
    return {name: " ".join(re.sub(r"<[^>]+>", " ", text).split()) for name, text in pairs}


def test_a_network_shows_the_facts_it_has_and_no_others(client, network):
    network.joined_month = 8
    network.funding_en = "The Nordic Council of Ministers"
    network.website = "https://nordicsafecities.org"
    door.publish(network)

    assert facts(client.get("/en/netvaerk/nordic-safe-cities/").text) == {
        "Member since": "August 2017",
        "Funding": "The Nordic Council of Ministers",
        "Website": "nordicsafecities.org",
    }


def test_member_cities_stand_in_the_editors_order(client, network):
    for position, name in enumerate(["Oslo", "Aarhus"]):
        network.cities.create(name_da=name, position=position)
    door.publish(network)

    cities = facts(client.get("/en/netvaerk/nordic-safe-cities/").text)

    assert cities["Some of the cities in the network"] == "Oslo Aarhus"


@pytest.mark.parametrize(
    ("language", "month", "words"),
    [("da", 9, "september 2016"), ("en", 9, "September 2016"), ("en", None, "2016")],
)
def test_the_month_of_joining_is_said_in_words(language, month, words):
    network = Network(joined_year=2016, joined_month=month)

    with translation.override(language):
        assert str(network.joined) == words


def test_danish_text_on_the_english_page_is_marked(client, network):
    network.lead_da = "Et nordisk netværk."
    door.publish(network)

    html = client.get("/en/netvaerk/nordic-safe-cities/").text

    assert '<p class="lead" lang="da">Et nordisk netværk.</p>' in html


def test_the_source_stands_on_the_networks_page(client, network):
    network.source_name = "Københavns Kommune"
    network.source_url = "https://www.kk.dk/artikel"
    door.publish(network)

    html = client.get("/netvaerk/nordic-safe-cities/").text

    assert '<a href="https://www.kk.dk/artikel">Københavns Kommune</a>' in html


def test_a_network_that_is_not_published_has_no_page_and_no_place_in_the_list(client, network):
    door.withdraw(network)

    assert client.get("/netvaerk/nordic-safe-cities/").status_code == 404
    assert "Nordic Safe Cities" not in LIST.render(Context())


def test_a_renamed_network_leaves_a_redirect_in_both_languages(client, network):
    network.slug = "nsc"
    door.publish(network)

    assert client.get("/netvaerk/nordic-safe-cities/")["Location"] == "/netvaerk/nsc/"
    assert client.get("/en/netvaerk/nordic-safe-cities/")["Location"] == "/en/netvaerk/nsc/"


@pytest.mark.parametrize("networks", [1, 4])
def test_the_list_costs_one_query(networks, db, django_assert_num_queries):
    for number in range(networks):
        door.publish(Network(name=f"Netværk {number}", slug=f"netvaerk-{number}"))

    with django_assert_num_queries(1):
        html = LIST.render(Context())

    assert html.count("<li>") == networks


def test_an_empty_list_says_so(db):
    with translation.override("en"):
        assert "No networks have been published yet." in LIST.render(Context())


@pytest.mark.parametrize("cities", [1, 8])
def test_a_networks_page_costs_the_same_for_one_city_and_for_many(
    client, network, cities, django_assert_max_num_queries
):
    for number in range(cities):
        network.cities.create(name_da=f"By {number}")
    door.publish(network)
    client.get("/netvaerk/nordic-safe-cities/")

    with django_assert_max_num_queries(8) as captured:
        html = client.get("/netvaerk/nordic-safe-cities/").text

    assert html.count("<li>By") == cities
    assert [query["sql"].count("networks_membercity") > 0 for query in captured].count(
        True
    ) == 1


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"joined_month": 9}, "Write the year as well as the month."),
        (
            {"founded": 2015, "joined_year": 2014},
            "A city can't join a network before it was founded.",
        ),
    ],
)
def test_dates_that_cannot_be_are_refused(db, facts, message):
    network = Network(name="Netværk", slug="netvaerk", **facts)

    with translation.override("en"), pytest.raises(ValidationError) as refused:
        network.full_clean()

    assert refused.value.messages == [message]


def test_a_network_is_found_by_its_cities(network):
    network.cities.create(name_da="Aarhus")

    with translation.override("da"):
        assert "Aarhus" in network.searchable()[1]
