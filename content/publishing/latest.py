from .kept import kept_for_edition
from .models import UpdateNote

# As many as a feed reader that looks once a month is likely to miss.
LATEST = 30


@kept_for_edition
def latest_notes():
    """The latest changes anywhere with what they are about, the newest first."""
    return list(UpdateNote.objects.with_targets()[:LATEST])
