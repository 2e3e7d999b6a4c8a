"""The latest changes anywhere on the site."""

from django.contrib.contenttypes.models import ContentType

from .every_page import know_kinds
from .kept import kept_for_edition
from .links.internal import addresses_of
from .models import UpdateNote

# As many as a feed reader that looks once a month is likely to miss.
LATEST = 30
ON_THE_FRONT_PAGE = 3


@kept_for_edition
def latest_notes():
    """The newest first."""
    return list(UpdateNote.objects.all()[:LATEST])


def front_page_notes():
    return latest_notes()[:ON_THE_FRONT_PAGE]


def address_of(note):
    """Where the public finds what the note is about; "" when it is there no more."""
    target = target_of(note)
    return addresses_of([target])[target] or ""


def know_addresses_of(notes):
    """Ask at once, not note by note."""
    addresses_of(targets_of(notes))


def targets_of(notes):
    know_kinds()
    return {target_of(note) for note in notes}


def target_of(note):
    kind = ContentType.objects.get_for_id(note.content_type_id)
    return f"{kind.app_label}.{kind.model}", note.object_id
