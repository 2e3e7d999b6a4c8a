"""Whether there is room for a file where files are kept."""

import shutil
from pathlib import Path

from django.utils.translation import gettext as _

from .inspection import refusal

# What is left to the database, which may be on the same disk: text goes before files.
RESERVE = 64 * 1024 * 1024


def refuse_without_room(storage, size):
    """For a storage that is a folder; of others it is not known beforehand."""
    location = getattr(storage, "location", None)
    if location and shutil.disk_usage(existing(Path(location))).free < size + RESERVE:
        raise refusal(
            "no-room",
            _(
                "There is no room for the file on the server. Nothing has been stored. Tell "
                "whoever runs the site."
            ),
        )


def existing(folder):
    """`folder`, or what it will be made in."""
    return next(each for each in [folder, *folder.parents] if each.exists())
