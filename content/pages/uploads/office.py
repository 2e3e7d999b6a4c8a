"""Word, Excel and PowerPoint files without macros, and OpenDocument files likewise."""

from functools import partial

from django.utils.translation import gettext as _
from lxml import etree

from . import archives
from .inspection import Inspection, refusal

# What may run, in either family of files.
ACTIVE = ("vbaproject", "vbadata", "activex", "oleobject", ".bin", "basic/", "scripts/")
HARMLESS_BINARY = ("printersettings",)
XML = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def open_xml(media_type):
    return partial(examine_open_xml, main_part=f"{media_type}.main+xml".encode())


def open_document(media_type):
    return partial(examine_open_document, media_type=media_type.encode())


def examine_open_xml(content, main_part):
    with archives.opened(content) as archive:
        if main_part not in read(archive, "[Content_Types].xml"):
            raise disguised()
        refuse_active(archive)
        for name in archive.namelist():
            if name.endswith(".rels"):
                refuse_outside_parts(archive.read(name))
    return Inspection(content)


def examine_open_document(content, media_type):
    with archives.opened(content) as archive:
        if read(archive, "mimetype").strip() != media_type:
            raise disguised()
        refuse_active(archive)
        if b"encryption-data" in read(archive, "META-INF/manifest.xml"):
            raise refusal(
                "encrypted", _("The file is locked with a password. Upload it without one.")
            )
    return Inspection(content)


def read(archive, name):
    return archive.read(name) if name in archive.namelist() else b""


def refuse_active(archive):
    for name in map(str.lower, archive.namelist()):
        if any(part in name for part in ACTIVE) and not any(p in name for p in HARMLESS_BINARY):
            raise refusal(
                "macros", _("The file holds macros or programs. Save it without them.")
            )


def refuse_outside_parts(relations):
    """A link may lead out; a template or an object may not be fetched from elsewhere."""
    for relation in etree.fromstring(relations, etree.XMLParser(**XML)):
        outside = relation.get("TargetMode") == "External"
        if outside and not relation.get("Type", "").endswith("/hyperlink"):
            raise refusal(
                "fetches-parts",
                _("The file fetches parts of itself from elsewhere. Put them into it."),
            )


def disguised():
    return refusal("disguised", _("The file isn't what its name says. Save it again."))
