from django import template

from content.publishing.structured_data import as_script
from content.statistics.chart import Chart
from content.statistics.figures import published_figures
from content.statistics.numbers import grouped
from content.statistics.reading import reading, sentences_about
from content.statistics.schema_org import dataset
from content.statistics.timeline import definitions, kind, timeline

register = template.Library()


@register.inclusion_tag("statistics/_concern_figures.html")
def concern_figures():
    """The figures in sentences, as a chart and as a table, and the files to fetch."""
    years = published_figures()
    return {
        "years": years,
        "reading": reading(years),
        "chart": Chart(years),
        # A template that asks a year for what it hasn't got is slow to hear no.
        "timeline": [(kind(entry), entry) for entry in timeline(years)],
        "definitions": definitions(years),
    }


@register.inclusion_tag("statistics/_latest_concerns.html")
def latest_concerns():
    """The latest year in a sentence or two, for the front page."""
    latest = published_figures()[-1:]
    return {"years": [(year, sentences_about(year)) for year in latest]}


@register.simple_tag
def concern_dataset_jsonld(publisher):
    """The figures as a schema.org Dataset by `publisher`, an organisation's name."""
    years = published_figures()
    return as_script(dataset(years, publisher)) if years else ""


@register.filter
def as_number(value):
    """The number with its thousands grouped as the language has it."""
    return grouped(value)
