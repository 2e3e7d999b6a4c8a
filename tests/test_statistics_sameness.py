"""The page, the chart, the files and the catalogue say the same."""

import csv
import datetime
import io
import json

import lxml.html
import pytest
import rdflib
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rdflib.namespace import DCAT, DCTERMS

from content.pages.models import Page
from content.publishing import door
from tests.statistics_data import define, publish_year

# rdflib's own JSON-LD parser uses what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

FIGURES = [(2014, 60, 22), (2015, 100, 18), (2017, 1234, 0), (2018, 1, 1)]


@pytest.fixture
def page(site_settings):
    page = Page(kind="statistics", slug="statistik", title_da="Tal", title_en="Figures")
    door.publish(page)
    return page


@pytest.fixture
def figures(page):
    """Two definitions, a year that is missing, and one that nobody is to see."""
    counted, recounted = define(), define("Nye henvendelser")
    for year, *numbers in FIGURES:
        publish_year(counted if year < 2018 else recounted, year, *numbers)
    door.withdraw(publish_year(counted, 2012, 5, 5))


def parsed(client, path="/statistik/"):
    return lxml.html.fromstring(client.get(path).content.decode())


def all_of(html, tag, *names):
    """Elements of one tag with any of the classes, in the page's order."""
    condition = " or ".join(f"contains(concat(' ', @class, ' '), ' {name} ')" for name in names)
    return html.xpath(f".//{tag}[{condition}]")


def plain(number):
    return int(number.strip().replace(".", "").replace(",", ""))


def from_table(html):
    rows = all_of(html, "tr", "figures-year")
    return [tuple(plain(cell.text_content()) for cell in row[:3]) for row in rows]


def from_chart(html):
    groups = all_of(html, "svg", "figures-year")
    return [tuple(plain(text.text) for text in group.iter("text")) for group in groups]


def from_csv(client):
    reader = csv.DictReader(io.StringIO(client.get("/statistik.csv").content.decode()))
    return [(int(r["year"]), int(r["referrals"]), int(r["interventions"])) for r in reader]


def from_json(client):
    years = client.get("/statistik.json").json()["years"]
    return [(year["year"], year["referrals"], year["interventions"]) for year in years]


def json_ld(html):
    scripts = html.xpath('//script[@type="application/ld+json"]')
    data = [json.loads(script.text) for script in scripts]
    return next(each for each in data if each.get("@type") == "Dataset")


def catalogue(client):
    return rdflib.Graph().parse(
        data=client.get("/data/catalog.jsonld").content.decode(), format="json-ld"
    )


@pytest.mark.parametrize("address", ["/statistik/", "/en/statistik/"])
def test_table_chart_and_files_hold_the_same_figures(client, figures, address):
    html = parsed(client, address)

    assert from_table(html) == FIGURES
    assert from_chart(html) == FIGURES
    assert from_csv(client) == FIGURES
    assert from_json(client) == FIGURES


def test_the_bars_are_as_long_as_the_figures(client, figures):
    groups = all_of(parsed(client), "svg", "figures-year")
    widths = [
        float(bar.get("width").removesuffix("%"))
        for group in groups
        for bar in group.iter("rect")
    ]

    numbers = [number for _year, *numbers in FIGURES for number in numbers]
    per_unit = max(widths) / max(numbers)
    assert widths == pytest.approx([number * per_unit for number in numbers], abs=0.01)


def test_the_data_set_for_search_engines_covers_the_same_years_and_files(client, figures):
    data = json_ld(parsed(client))

    assert data["temporalCoverage"] == "2014-01-01/2018-12-31"
    assert [each["contentUrl"] for each in data["distribution"]] == [
        "http://127.0.0.1:8000/statistik.csv",
        "http://127.0.0.1:8000/statistik.json",
    ]
    assert data["creator"]["name"] == "Københavns Kommune"


def test_the_catalogue_covers_the_same_years_and_files(client, figures):
    graph = catalogue(client)

    [period] = graph.objects(predicate=DCTERMS.temporal)
    files = {str(each) for each in graph.objects(predicate=DCAT.downloadURL)}
    assert graph.value(period, DCAT.startDate).toPython() == datetime.date(2014, 1, 1)
    assert graph.value(period, DCAT.endDate).toPython() == datetime.date(2018, 12, 31)
    assert files == {
        "http://127.0.0.1:8000/statistik.csv",
        "http://127.0.0.1:8000/statistik.json",
    }


def test_the_page_and_the_catalogue_name_one_data_set(client, figures):
    graph = catalogue(client)

    [data_set] = graph.subjects(rdflib.RDF.type, DCAT.Dataset)
    assert str(data_set) == json_ld(parsed(client))["@id"]
    assert str(data_set) == json_ld(parsed(client, "/en/statistik/"))["@id"]
    names = {each.language: str(each) for each in graph.objects(data_set, DCTERMS.title)}
    assert names == client.get("/statistik.json").json()["name"]


def test_a_missing_year_and_a_new_definition_are_shown_in_chart_and_table(client, figures):
    html = parsed(client, "/en/statistik/")

    marks = all_of(html, "svg", "figures-gap", "figures-break")
    assert [mark.findtext("text") for mark in marks] == [
        "2016: no figure",
        "Counted differently from 2018",
    ]
    rows = all_of(html, "tr", "figures-gap", "figures-break")
    assert [" ".join(row.text_content().split()) for row in rows] == [
        "2016 No figure",
        "Counted differently from 2018",
    ]


def test_nothing_is_drawn_from_one_year_to_the_next(client, figures):
    [figure] = all_of(parsed(client), "figure", "figures-chart")

    shapes = {each.tag for each in figure.iter() if isinstance(each.tag, str)}
    assert shapes.isdisjoint({"path", "polyline", "polygon"})


def test_text_cannot_end_the_script_that_it_stands_in(client, page, site_settings):
    site_settings.organisation_da = "</script><b>"
    door.publish(site_settings)
    publish_year(define(), 2015, 100, 18)

    assert json_ld(parsed(client))["creator"]["name"] == "</script><b>"


def test_without_figures_page_and_files_are_there_and_empty(client, page):
    html = parsed(client, "/en/statistik/")

    assert all_of(html, "*", "figures-chart", "figures-table") == []
    assert "No figures have been published yet." in html.text_content()
    assert from_csv(client) == []
    assert from_json(client) == []
    assert list(catalogue(client).objects(predicate=DCTERMS.temporal)) == []


def cost(client, address):
    """Queries of a page or file whose edition others have asked for already."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("address", ["/statistik/", "/statistik.csv", "/statistik.json"])
def test_many_years_cost_no_more_queries_than_one(client, page, address):
    definition = define()
    publish_year(definition, 2000, 100, 18)
    with_one_year = cost(client, address)
    for year in range(2001, 2026):
        publish_year(definition, year, 100, 18)

    assert cost(client, address) == with_one_year
    assert with_one_year <= 8


def test_the_first_to_ask_for_an_edition_pays_one_query_for_the_figures(client, page):
    definition = define()
    publish_year(definition, 2024, 100, 18)
    publish_year(definition, 2025, 100, 18)

    with CaptureQueriesContext(connection) as queries:
        html = parsed(client)

    assert len(from_table(html)) == 2
    assert sum("statistics_concernyear" in query["sql"] for query in queries) == 1
