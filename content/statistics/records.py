"""The published figures as plain values: what the CSV and the JSON file hold."""

from content.publishing.spreadsheet import plain_text

from .dataset import address, description, field_descriptions, in_each_language, name, texts
from .models import ConcernYear
from .timeline import definitions

COLUMNS = [
    "year",
    "referrals",
    "interventions",
    "status",
    "definition",
    "definition_da",
    "definition_en",
    "note_da",
    "note_en",
    "source_name",
    "source_url",
    "source_date",
]


def flat_record(year):
    """A row of the CSV file."""
    return {
        "year": year.year,
        "referrals": year.referrals,
        "interventions": year.interventions,
        "status": year.status,
        "definition": year.definition_id,
        "definition_da": plain_text(year.definition.name_da),
        "definition_en": plain_text(year.definition.name_en),
        "note_da": plain_text(year.note_da),
        "note_en": plain_text(year.note_en),
        "source_name": plain_text(year.source_name),
        "source_url": year.source_url,
        "source_date": year.source_date,
    }


def document(years):
    """The whole JSON file: the figures, and what one must know to use them."""
    return {
        "name": in_each_language(name),
        "description": in_each_language(description),
        "page": in_each_language(lambda: address("statistics")),
        "fields": translated(in_each_language(field_descriptions)),
        "statuses": translated(in_each_language(status_labels)),
        "definitions": [definition_record(each) for each in definitions(years)],
        "years": [year_record(year) for year in years],
    }


def year_record(year):
    return {
        "year": year.year,
        "referrals": year.referrals,
        "interventions": year.interventions,
        "status": year.status,
        "definition": year.definition_id,
        "note": texts(year, "note"),
        "source": {
            "name": year.source_name,
            "url": year.source_url,
            "date": year.source_date,
        },
    }


def definition_record(definition):
    return {
        "definition": definition.pk,
        "name": texts(definition, "name"),
        "referrals": texts(definition, "referrals"),
        "interventions": texts(definition, "interventions"),
    }


def status_labels():
    return {status.value: str(status.label) for status in ConcernYear.Status}


def translated(by_language):
    """{"da": {"final": …}, "en": …} as {"final": {"da": …, "en": …}}."""
    names = next(iter(by_language.values()))
    return {name: {code: texts[name] for code, texts in by_language.items()} for name in names}
