"""
Puts the files' content on a new site, through the same door as an editor's.

A file names models as a Django fixture does. A value is a column, another object that
is named as NAMED_BY says, or a list of the object's own rows.
"""

import tomllib
from pathlib import Path

from django.apps import apps
from django.db import transaction

from content.publishing import door
from content.publishing.models import Edition, Publishable

FOLDER = Path(__file__).parent

# In this order: an object names only those that come before it.
FILES = [
    "site",
    "pages/forside",
    "pages/raadgivning",
    "pages/strategi",
    "pages/anbefalinger",
    "pages/ekspertgruppen",
    "pages/handleplaner",
    "pages/vink",
    "pages/netvaerk",
    "pages/statistik",
    "pages/privatliv",
    "pages/tilgaengelighed",
    "recommendations",
    "initiatives",
    "networks",
    "statistics",
    "advice",
    "help_lines",
    "yearly_tasks",
]

NAMED_BY = {
    "pages.page": "path",
    "pages.recommendation": "title_da",
    "statistics.definition": "name_da",
}


@transaction.atomic
def load():
    """
    Publish the initial content if nothing has ever been published; say whether it was.

    What editors change or delete on a site stays as they left it.
    """
    # Taken before anything is published, so that of two starts at once only one loads.
    _edition, is_new_site = Edition.objects.get_or_create(pk=1)
    if is_new_site:
        stored = [instance for name in FILES for instance in store_file(name)]
        # A text may link to what stands in a later file.
        for instance in stored:
            publish(instance)
    return is_new_site


def store_file(name):
    return [
        store(apps.get_model(label), values)
        for label, objects in read(name).items()
        for values in objects
    ]


def read(name):
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def store(model, values):
    """An object with what belongs to it, which nobody sees yet."""
    columns, rows, links = sort(model, values)
    instance = model(**columns)
    instance.save()
    for name, each in rows:
        getattr(instance, name).create(**each).full_clean()
    for name, others in links.items():
        getattr(instance, name).set(others)
    return instance


def publish(instance):
    """Publish what passes an editor's checks."""
    # As it is stored now: what it leads to has been published meanwhile.
    instance.refresh_from_db()
    instance.full_clean()
    if isinstance(instance, Publishable):
        door.publish(instance)


def sort(model, values):
    """The values as columns, rows and links to other objects."""
    columns, rows, links = {}, [], {}
    for name, value in values.items():
        field = model._meta.get_field(name)
        if field.one_to_many:
            rows += [(name, row) for row in value]
        elif field.many_to_many:
            links[name] = [named(field.related_model, each) for each in value]
        elif field.many_to_one:
            columns[name] = named(field.related_model, value)
        else:
            columns[name] = value.strip() if isinstance(value, str) else value
    return columns, rows, links


def named(model, name):
    return model.objects.get(**{NAMED_BY[model._meta.label_lower]: name})
