"""What stands on every page, whichever app it is of: read by one query an edition."""

from functools import partial

from django.contrib.contenttypes.models import ContentType

from .gathered import gathered
from .kept import kept_for_edition

KINDS = "kinds of content"
_parts = {KINDS: ContentType.objects.all}


def on_every_page(name, queryset):
    """
    A function that returns the instances of `queryset()`, in no order.

    They are read together with the rest of what stands on every page.
    """
    _parts[name] = queryset
    return partial(read, name)


def read(name):
    known = everything()
    # An app that has been loaded since then reads its own.
    return known[name] if name in known else list(_parts[name]())


@kept_for_edition
def everything():
    found = gathered({name: queryset() for name, queryset in _parts.items()})
    for kind in found[KINDS]:
        # Else the first page of a process asks for each by itself.
        ContentType.objects._add_to_cache(kind._state.db, kind)
    return found


def know_kinds():
    """For whoever asks Django for the kinds of content before the page is made."""
    everything()
