"""What every worker needs, made once before they are forked, and so shared by them all."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.template.loader import get_template
from django.urls import reverse

from content.publishing.languages import each_language


def preload():
    """Asks nothing of the database: a connection cannot be shared."""
    for _code in each_language():
        # The table of addresses of a language, which the first question fills.
        reverse("search")
    for model in apps.get_models():
        model._meta.get_fields()
    for name in own_templates():
        get_template(name)


def own_templates():
    for folder in settings.TEMPLATES[0]["DIRS"]:
        yield from (str(file.relative_to(folder)) for file in Path(folder).rglob("*.html"))
