"""PDF files: pages and tags counted, and nothing let in that does something by itself."""

import re
import zipfile
from io import BytesIO

import pikepdf
from django.utils.translation import gettext as _
from pikepdf import settings

from . import pdf_texts
from .inspection import Inspection, refusal

MAX_OBJECTS = 300_000
# A few hundred bytes can be unpacked to gigabytes. These hold for the whole process.
settings.set_qpdf_limits(
    flate_max_memory=64 * 1024 * 1024,
    run_length_max_memory=64 * 1024 * 1024,
    png_max_memory=64 * 1024 * 1024,
    tiff_max_memory=64 * 1024 * 1024,
    dct_max_memory=64 * 1024 * 1024,
    doc_max_warnings=100,
)

TEXT = re.compile(rb"\((?:[^\\()]|\\.)*\)", re.DOTALL)
NAME = re.compile(rb"/[^\s/\[\]<>()]+")
SCRIPTS = {b"/JS", b"/JavaScript", b"/AA", b"/XFA"}
ATTACHMENTS = {b"/EmbeddedFile", b"/EmbeddedFiles", b"/EF", b"/RichMedia", b"/GoToE"}
ACTIONS = {b"/Launch", b"/SubmitForm", b"/ImportData", b"/Rendition"}


def examine(content):
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            return look_into(pdf, content)
    except pikepdf.PasswordError as error:
        raise locked() from error


def look_into(pdf, content):
    if pdf.is_encrypted:
        raise locked()
    if zipfile.is_zipfile(BytesIO(content)) or len(pdf.objects) > MAX_OBJECTS:
        raise refusal("disguised", _("The file is more than a PDF. Make it again."))
    refuse_what_acts(pdf)
    return Inspection(
        content,
        page_count=len(pdf.pages),
        is_readable=None if is_tagged(pdf) else False,
        title=pdf_texts.title_of(pdf),
        language=pdf_texts.language_of(pdf),
    )


def locked():
    return refusal("encrypted", _("The PDF is locked with a password. Upload it without one."))


def refuse_what_acts(pdf):
    for found in map(names, pdf.objects):
        if found & SCRIPTS:
            raise refusal("script", _("The PDF holds scripts. Make it again without them."))
        if found & ATTACHMENTS:
            raise refusal(
                "attachment", _("The PDF holds other files. Upload them by themselves.")
            )
        if found & ACTIONS:
            raise refusal("action", _("The PDF opens programs or sends data. Take that out."))
    if not leads_within(pdf.Root.get("/OpenAction")):
        raise refusal("action", _("The PDF does something when it is opened. Take that out."))


def names(thing):
    """Every name in a dictionary, however deep and however it was spelt in the file."""
    if isinstance(thing, pikepdf.Stream):
        thing = thing.stream_dict
    if not isinstance(thing, pikepdf.Object):
        # A number, a text or nothing.
        return set()
    return set(NAME.findall(TEXT.sub(b"", thing.unparse(resolved=True))))


def leads_within(action):
    """Whether opening the file only shows a certain page of it."""
    if action is None or isinstance(action, pikepdf.Array):
        return True
    return action.get("/S") == pikepdf.Name.GoTo and "/Next" not in action


def is_tagged(pdf):
    """Whether there is a reading order for a screen reader to follow."""
    marked = pdf.Root.get("/MarkInfo", {}).get("/Marked", False)
    return bool(marked) and "/StructTreeRoot" in pdf.Root
