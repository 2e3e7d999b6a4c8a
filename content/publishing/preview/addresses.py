"""Where to look at an object: its own page, and the pages that show it elsewhere."""

from urllib.parse import urldefrag

from django.urls import reverse
from django.utils.translation import gettext as _

from content.publishing.references import leads_to_publishable, public_users


def page_of(instance):
    return urldefrag(instance.get_preview_url()).url


def pages_showing(instance):
    """(name, address) of each page that shows the object, its own page first."""
    pages = [(str(instance), page_of(instance))]
    pages += [(str(each), page_of(each)) for each in related(instance)]
    pages += [(_("Front page"), reverse("pages:home")), (_("Updates"), reverse("updates"))]
    seen = {}
    for name, address in pages:
        seen.setdefault(address, name)
    return [(name, address) for address, name in seen.items()]


def related(instance):
    """What it leads to, and the published objects that lead to it."""
    fields = [field for field in instance._meta.concrete_fields if leads_to_publishable(field)]
    above = [getattr(instance, field.name) for field in fields]
    return [each for each in [*above, *public_users(instance)] if each is not None]
