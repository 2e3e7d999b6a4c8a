"""Zip archives, which Office files are: opened without trusting what they say of themselves."""

import zipfile
from contextlib import contextmanager
from io import BytesIO

from django.utils.translation import gettext as _

from .inspection import refusal

MAX_ENTRIES = 5_000
MAX_UNPACKED = 100 * 1024 * 1024
MAX_RATIO = 100
CHUNK = 64 * 1024
ENCRYPTED = 0x1
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


@contextmanager
def opened(content):
    """The archive, once everything in it has been found whole and of a fair size."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        refuse_by_its_list(archive, len(content))
        refuse_by_its_content(archive)
        yield archive


def refuse_by_its_list(archive, size):
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES or unpacked > min(MAX_UNPACKED, size * MAX_RATIO):
        raise too_much()
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise refusal(
            "encrypted", _("The file is locked with a password. Upload it without one.")
        )
    if len({entry.filename for entry in entries}) < len(entries) or any(
        entry.compress_type not in METHODS or leads_out(entry.filename) for entry in entries
    ):
        raise refusal("disguised", _("The file isn't made as Office makes it. Save it again."))


def refuse_by_its_content(archive):
    """Reading stops at the size that the list gives, and fails when there is more."""
    for entry in archive.infolist():
        with archive.open(entry) as file:
            while file.read(CHUNK):
                pass


def leads_out(name):
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/")


def too_much():
    return refusal(
        "unpacks-too-large", _("The file unpacks to far more than its size. Save it again.")
    )
