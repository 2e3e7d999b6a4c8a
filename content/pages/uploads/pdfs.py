"""PDF files: what is in them read within limits, and their pages and tags counted."""

import zipfile
from io import BytesIO

import pikepdf
from django.utils.translation import gettext as _
from pikepdf import settings

from . import pdf_texts
from .inspection import Inspection, refusal
from .pdf_actions import leads_within, refuse_actions

MAX_OBJECTS = 300_000
# Each value that is read takes some 140 bytes, and is set apart by at least one of these. What
# is compressed, as most of an honest file is, has one in sixteen.
SEPARATORS = b" \t\r\n\f\0[]<>()/"
MAX_VALUES = 2_000_000
# A few hundred bytes can be unpacked to gigabytes. Pages are not unpacked here, only what
# lists objects, which is small in any honest file. These hold for the whole process.
MAX_UNPACKED = 4 * 1024 * 1024
settings.set_qpdf_limits(
    flate_max_memory=MAX_UNPACKED,
    run_length_max_memory=MAX_UNPACKED,
    png_max_memory=MAX_UNPACKED,
    tiff_max_memory=MAX_UNPACKED,
    dct_max_memory=MAX_UNPACKED,
    max_stream_filters=4,
    parser_max_container_size=200_000,
    doc_max_warnings=100,
)


def examine(content):
    if values(content) > MAX_VALUES:
        raise refusal(
            "too-large", _("The PDF isn't compressed. Save it anew as a smaller file.")
        )
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            return look_into(pdf, content)
    except pikepdf.PasswordError as error:
        raise locked() from error


def values(text):
    """At most so many values are in `text`."""
    return len(text) - len(text.translate(None, SEPARATORS))


def look_into(pdf, content):
    if pdf.is_encrypted:
        raise locked()
    if zipfile.is_zipfile(BytesIO(content)) or len(pdf.objects) > MAX_OBJECTS:
        raise more_than_a_pdf()
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


def more_than_a_pdf():
    return refusal("disguised", _("The file is more than a PDF. Make it again."))


def refuse_what_acts(pdf):
    rest = MAX_VALUES
    for thing in pdf.objects:
        if not can_be_read(thing):
            raise more_than_a_pdf()
        text = written(thing)
        rest -= values(text)
        if rest < 0:
            raise more_than_a_pdf()
        refuse_actions(text)
    if not leads_within(pdf.Root.get("/OpenAction")):
        raise refusal("action", _("The PDF does something when it is opened. Take that out."))


def can_be_read(thing):
    """
    False for a list of objects that can't be unpacked.

    They would count as none here, and other programs might read them.
    """
    if isinstance(thing, pikepdf.Stream) and "/First" in thing:
        try:
            thing.read_bytes()
        except pikepdf.PdfError:
            return False
    return True


def written(thing):
    """A dictionary as it is written plainly, however it was spelt in the file."""
    if isinstance(thing, pikepdf.Stream):
        thing = thing.stream_dict
    if not isinstance(thing, pikepdf.Object):
        # A number, a text or nothing.
        return b""
    return thing.unparse(resolved=True)


def is_tagged(pdf):
    """Whether there is a reading order for a screen reader to follow."""
    marked = pdf.Root.get("/MarkInfo", {}).get("/Marked", False)
    return bool(marked) and "/StructTreeRoot" in pdf.Root
