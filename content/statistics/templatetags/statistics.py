import json

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from content.statistics.chart import Chart
from content.statistics.figures import published_figures
from content.statistics.numbers import grouped
from content.statistics.reading import reading, sentences_about
from content.statistics.schema_org import dataset
from content.statistics.timeline import definitions, timeline

register = template.Library()

# What would end a script element, or begin one inside it.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.inclusion_tag("statistics/_concern_figures.html")
def concern_figures():
    """The figures in sentences, as a chart and as a table, and the files to fetch."""
    years = published_figures()
    return {
        "years": years,
        "reading": reading(years),
        "chart": Chart(years),
        "timeline": list(timeline(years)),
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
    if not years:
        return ""
    text = json.dumps(dataset(years, publisher), cls=DjangoJSONEncoder, ensure_ascii=False)
    # Escaped here, and JSON's quotes must stay quotes.
    safe = mark_safe(text.translate(ESCAPES))  # noqa: S308
    return format_html('<script type="application/ld+json">{}</script>', safe)


@register.filter
def as_number(value):
    """The number with its thousands grouped as the language has it."""
    return grouped(value)
