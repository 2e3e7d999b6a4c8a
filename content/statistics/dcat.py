"""
The figures as a dcat:Dataset, for data portals.

The properties are those that DCAT-AP-DK 2.1.0 makes mandatory or recommends, as far
as there is a fact to state: no licence, standard or frequency has been decided.
"""

from .dataset import (
    address,
    days_covered,
    description,
    field_descriptions,
    first_published,
    identifier,
    in_each_language,
    last_updated,
    name,
    place,
)

EU = "http://publications.europa.eu/resource/authority"
# The prefixes of the names below.
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dct:title": {"@container": "@language"},
    "dct:description": {"@container": "@language"},
    "foaf:name": {"@container": "@language"},
    "vcard:fn": {"@container": "@language"},
    "skos:prefLabel": {"@container": "@language"},
    "dct:issued": {"@type": "xsd:dateTime"},
    "dct:modified": {"@type": "xsd:dateTime"},
    "dcat:startDate": {"@type": "xsd:date"},
    "dcat:endDate": {"@type": "xsd:date"},
    "dcat:temporalResolution": {"@type": "xsd:duration"},
}
LANGUAGES = [
    {"@id": f"{EU}/language/DAN", "@type": "dct:LinguisticSystem"},
    {"@id": f"{EU}/language/ENG", "@type": "dct:LinguisticSystem"},
]
# The EU's own names for its themes, which it keeps in English among others.
THEMES = {
    "@id": f"{EU}/data-theme",
    "@type": "skos:ConceptScheme",
    "dct:title": {"en": "Data theme"},
}
SOCIETY = {
    "@id": f"{EU}/data-theme/SOCI",
    "@type": "skos:Concept",
    "skos:prefLabel": {"en": "Population and society"},
}
SAFETY = {
    "@id": f"{EU}/data-theme/JUST",
    "@type": "skos:Concept",
    "skos:prefLabel": {"en": "Justice, legal system and public safety"},
}


def dataset(years, publisher, contact):
    """The data set; `publisher` and `contact` are nodes of the catalogue around it."""
    return {
        "@id": identifier(),
        "@type": "dcat:Dataset",
        "dct:identifier": identifier(),
        "dct:title": in_each_language(name),
        "dct:description": in_each_language(description),
        "dct:publisher": publisher,
        "dct:creator": publisher,
        "dcat:contactPoint": contact,
        "dct:language": LANGUAGES,
        "dct:spatial": location(),
        "dcat:theme": [SOCIETY, SAFETY],
        "dcat:landingPage": {"@id": address("statistics"), "@type": "foaf:Document"},
        "dcat:temporalResolution": "P1Y",
        "dcat:distribution": [
            distribution("statistics:csv", "text/csv", "CSV"),
            distribution("statistics:json", "application/json", "JSON"),
        ],
        **dates(years),
        **period(years),
    }


def dates(years):
    """When the figures first came out and last changed; nothing before there are any."""
    if not years:
        return {}
    return {"dct:issued": first_published(years), "dct:modified": last_updated(years)}


def period(years):
    if not years:
        return {}
    first_day, last_day = days_covered(years)
    return {
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": first_day,
            "dcat:endDate": last_day,
        }
    }


def distribution(view_name, media_type, file_type):
    return {
        "@id": address(view_name),
        "@type": "dcat:Distribution",
        "dct:title": {"da": file_type, "en": file_type},
        "dct:description": in_each_language(field_texts),
        "dcat:accessURL": {"@id": address("statistics")},
        "dcat:downloadURL": {"@id": address(view_name)},
        "dct:format": {"@id": f"{EU}/file-type/{file_type}", "@type": "dct:MediaTypeOrExtent"},
        "dcat:mediaType": {
            "@id": f"https://www.iana.org/assignments/media-types/{media_type}",
            "@type": "dct:MediaType",
        },
        "dct:language": LANGUAGES,
    }


def field_texts():
    """What the fields hold, for those who see the catalogue and not the page."""
    return " ".join(f"{field}: {text}" for field, text in field_descriptions().items())


def location():
    return {"@type": "dct:Location", "skos:prefLabel": in_each_language(place)}
