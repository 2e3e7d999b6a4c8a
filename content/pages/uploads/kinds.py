"""The types of file that are taken, by the ending of their names."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.module_loading import import_string

from . import office
from .inspection import Inspection

ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class Kind:
    media_type: str
    # What every file of the kind begins with.
    magic: bytes
    examine: Callable[[bytes], Inspection]


def examined_by(name):
    """By a function whose libraries are large; the first file that needs them loads them."""

    def examine(content):
        return import_string(f"content.pages.uploads.{name}")(content)

    return examine


def open_xml(name):
    media_type = f"application/vnd.openxmlformats-officedocument.{name}"
    return Kind(media_type, ZIP, office.open_xml(media_type))


def open_document(name):
    media_type = f"application/vnd.oasis.opendocument.{name}"
    return Kind(media_type, ZIP, office.open_document(media_type))


JPEG = Kind("image/jpeg", b"\xff\xd8\xff", examined_by("images.examine_jpeg"))

KINDS = {
    ".pdf": Kind("application/pdf", b"%PDF-", examined_by("pdfs.examine")),
    ".docx": open_xml("wordprocessingml.document"),
    ".xlsx": open_xml("spreadsheetml.sheet"),
    ".pptx": open_xml("presentationml.presentation"),
    ".odt": open_document("text"),
    ".ods": open_document("spreadsheet"),
    ".odp": open_document("presentation"),
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".png": Kind("image/png", b"\x89PNG\r\n\x1a\n", examined_by("images.examine_png")),
}


def extension(media_type):
    """The ending that the visitor's computer knows the type by."""
    return next((end for end, kind in KINDS.items() if kind.media_type == media_type), "")
