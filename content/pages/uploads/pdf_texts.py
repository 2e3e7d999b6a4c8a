"""What a PDF says of itself. Nothing here is a reason to refuse one."""

from contextlib import suppress

import pikepdf

from content.publishing.prose.plain_text import without_unseen

LONGEST = 300


def title_of(pdf):
    """The title that a reader's window and a screen reader begin with; "" for none."""
    info = pdf.trailer.get("/Info")
    title = info.get("/Title") if isinstance(info, pikepdf.Dictionary) else None
    return text(title) or text(title_in_metadata(pdf))


def language_of(pdf):
    return text(pdf.Root.get("/Lang"))


def title_in_metadata(pdf):
    # The metadata are XML from a stranger, and may be any.
    with suppress(Exception):
        return pdf.open_metadata().get("dc:title")
    return None


def text(value):
    if not isinstance(value, pikepdf.String | str):
        return ""
    return " ".join(without_unseen(str(value)).split())[:LONGEST]
