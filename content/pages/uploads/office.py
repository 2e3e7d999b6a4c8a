"""Word, Excel and PowerPoint files without macros, and OpenDocument files likewise."""

import re
from functools import partial

from django.utils.translation import gettext as _

from . import archives
from .inspection import Inspection, refusal
from .xml_parts import elements, local

# What may run, in either family of files.
ACTIVE = ("vbaproject", "vbadata", "activex", "oleobject", ".bin", "basic/", "scripts/")
HARMLESS_BINARY = ("printersettings",)
PROGRAMS = re.compile(
    r"\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|jse?|wsf|hta|lnk|jar|sh|py|html?"
    r"|docm|dotm|xls[mb]|xltm|pptm|potm)$"
)
# Where an OpenDocument file may call a program, or show what lies elsewhere.
SHOWN_PARTS = ["content.xml", "styles.xml"]
SCRIPT = "urn:oasis:names:tc:opendocument:xmlns:script:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
CALLS = {f"{SCRIPT} event-listener", f"{OFFICE} script", f"{OFFICE} dde-source"}
HREF = "http://www.w3.org/1999/xlink href"
# A scheme of two letters or more, another host, or a folder above.
ELSEWHERE = re.compile(r"\s*([a-z][a-z0-9+.-]+:|//|\\\\|\.\./)", re.IGNORECASE)


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
                refuse_outside_parts(archive, name)
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
        for name in SHOWN_PARTS:
            if name in archive.namelist():
                refuse_what_acts(archive, name)
    return Inspection(content)


def read(archive, name):
    return archive.read(name) if name in archive.namelist() else b""


def refuse_active(archive):
    for name in map(str.lower, archive.namelist()):
        if any(part in name for part in ACTIVE) and not any(p in name for p in HARMLESS_BINARY):
            raise macros()
        if PROGRAMS.search(name):
            raise macros()


def refuse_outside_parts(archive, name):
    """A link may lead out; a template or an object may not be fetched from elsewhere."""
    with archive.open(name) as relations:
        for _name, relation in elements(relations):
            outside = relation.get("TargetMode") == "External"
            if outside and not relation.get("Type", "").endswith("/hyperlink"):
                raise fetches_parts()


def refuse_what_acts(archive, name):
    """The same for OpenDocument, which writes such things into the text."""
    with archive.open(name) as part:
        for element, attributes in elements(part):
            if element in CALLS:
                raise macros()
            if local(element) != "a" and ELSEWHERE.match(attributes.get(HREF, "")):
                raise fetches_parts()


def macros():
    return refusal("macros", _("The file holds macros or programs. Save it without them."))


def fetches_parts():
    return refusal(
        "fetches-parts",
        _("The file fetches parts of itself from elsewhere. Put them into it."),
    )


def disguised():
    return refusal("disguised", _("The file isn't what its name says. Save it again."))
