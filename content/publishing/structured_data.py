"""Schema.org data in a page, for search engines and other machines."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import format_html
from django.utils.safestring import mark_safe

# What would end a script element, or begin one inside it.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def as_script(data):
    """`data` as a script element, which is data and runs nowhere."""
    text = json.dumps(
        {"@context": "https://schema.org"} | data, cls=DjangoJSONEncoder, ensure_ascii=False
    )
    # Escaped here, and JSON's quotes must stay quotes.
    safe = mark_safe(text.translate(ESCAPES))  # noqa: S308
    return format_html('<script type="application/ld+json">{}</script>', safe)
