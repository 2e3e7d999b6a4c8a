from django.contrib.contenttypes.models import ContentType

from . import targets
from .kept import kept_for_edition
from .models import UpdateNote

# As many as a feed reader that looks once a month is likely to miss.
LATEST = 30


@kept_for_edition
def latest_notes():
    """The latest changes anywhere with what they are about, the newest first."""
    return with_targets(UpdateNote.objects.all()[:LATEST])


def with_targets(notes):
    """The notes in a list, with what they are about as far as it has an address: one query."""
    wanted = {note: target_of(note) for note in notes}
    found = targets.instances(wanted.values())
    for note, target in wanted.items():
        UpdateNote.target.set_cached_value(note, found.get(target))
    return list(wanted)


def target_of(note):
    kind = ContentType.objects.get_for_id(note.content_type_id)
    return f"{kind.app_label}.{kind.model}", note.object_id
