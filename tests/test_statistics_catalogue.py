"""The catalogue holds what DCAT-AP-DK 2.1.0 makes mandatory and recommends."""

import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SKOS

from content.publishing import door
from tests.statistics_data import define, publish_year

# rdflib's own JSON-LD parser uses what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

PROPERTIES = [
    # Mandatory
    (DCAT.Catalog, DCTERMS.title),
    (DCAT.Catalog, DCTERMS.description),
    (DCAT.Catalog, DCTERMS.publisher),
    (DCAT.Catalog, DCAT.dataset),
    (DCAT.Dataset, DCTERMS.title),
    (DCAT.Dataset, DCTERMS.description),
    (DCAT.Distribution, DCAT.accessURL),
    (FOAF.Agent, FOAF.name),
    (SKOS.Concept, SKOS.prefLabel),
    (SKOS.ConceptScheme, DCTERMS.title),
    # Recommended
    (DCAT.Catalog, FOAF.homepage),
    (DCAT.Catalog, DCTERMS.issued),
    (DCAT.Catalog, DCTERMS.language),
    (DCAT.Catalog, DCTERMS.modified),
    (DCAT.Catalog, DCTERMS.spatial),
    (DCAT.Catalog, DCAT.themeTaxonomy),
    (DCAT.Dataset, DCAT.contactPoint),
    (DCAT.Dataset, DCAT.distribution),
    (DCAT.Dataset, DCAT.landingPage),
    (DCAT.Dataset, DCAT.theme),
    (DCAT.Dataset, DCTERMS.creator),
    (DCAT.Dataset, DCTERMS.identifier),
    (DCAT.Dataset, DCTERMS.issued),
    (DCAT.Dataset, DCTERMS.language),
    (DCAT.Dataset, DCTERMS.modified),
    (DCAT.Dataset, DCTERMS.publisher),
    (DCAT.Dataset, DCTERMS.temporal),
    (DCAT.Distribution, DCTERMS.description),
    (DCAT.Distribution, DCTERMS.format),
]


@pytest.fixture
def graph(client, site_settings):
    publish_year(define(), 2015, 100, 18)
    response = client.get("/data/catalog.jsonld")
    assert response.headers["Content-Type"] == "application/ld+json"
    return rdflib.Graph().parse(data=response.content.decode(), format="json-ld")


@pytest.mark.parametrize(("kind", "predicate"), PROPERTIES)
def test_every_resource_has_the_property(graph, kind, predicate):
    resources = set(graph.subjects(RDF.type, kind))

    assert resources
    assert {each for each in resources if graph.value(each, predicate) is None} == set()


@pytest.mark.parametrize("predicate", [DCTERMS.title, DCTERMS.description])
def test_texts_are_in_both_languages(graph, predicate):
    [data_set] = graph.subjects(RDF.type, DCAT.Dataset)

    assert {text.language for text in graph.objects(data_set, predicate)} == {"da", "en"}


def test_a_text_without_translation_is_not_passed_off_as_english(client, site_settings):
    site_settings.organisation_en = None
    door.publish(site_settings)

    publisher = client.get("/data/catalog.jsonld").json()["dct:publisher"]

    assert publisher["foaf:name"] == {"da": "Københavns Kommune"}


def test_no_licence_is_stated_before_there_is_one(graph):
    assert list(graph.objects(predicate=DCTERMS.license)) == []


def test_there_is_no_catalogue_without_a_publisher(client, db):
    assert client.get("/data/catalog.jsonld").status_code == 404
