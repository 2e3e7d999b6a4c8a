"""What of a PDF does something by itself, none of which is let in."""

import re

import pikepdf
from django.utils.translation import gettext as _

from .inspection import refusal

TEXT = re.compile(rb"\((?:[^\\()]|\\.)*\)", re.DOTALL)
NAME = re.compile(rb"/[^\s/\[\]<>()]+")
SCRIPTS = {b"/JS", b"/JavaScript", b"/AA", b"/XFA"}
ATTACHMENTS = {b"/EmbeddedFile", b"/EmbeddedFiles", b"/EF", b"/RichMedia", b"/GoToE"}
ACTIONS = {b"/Launch", b"/SubmitForm", b"/ImportData", b"/Rendition", b"/GoToR"}
URI = re.compile(rb"/URI\s*(?:\(\s*([a-z][a-z0-9+.-]*):|(<))", re.IGNORECASE)
LONGEST_SCHEME = 20
SCHEMES = {b"http", b"https", b"mailto", b"tel"}


def refuse_actions(text):
    """`text` is a dictionary of the file, as it is written plainly."""
    refuse_names(set(NAME.findall(TEXT.sub(b"", text))))
    refuse_links(text)


def refuse_names(found):
    if found & SCRIPTS:
        raise refusal("script", _("The PDF holds scripts. Make it again without them."))
    if found & ATTACHMENTS:
        raise refusal("attachment", _("The PDF holds other files. Upload them by themselves."))
    if found & ACTIONS:
        raise acts()


def acts():
    return refusal("action", _("The PDF opens programs or sends data. Take that out."))


def refuse_links(text):
    """Links may only be such as a browser opens; what needs hexadecimals is none."""
    for scheme, hexadecimal in URI.findall(text):
        if hexadecimal:
            raise acts()
        if scheme.lower() not in SCHEMES:
            raise refusal(
                "link",
                _(
                    "The PDF has a link that begins with “%(scheme)s:”, which readers can't "
                    "open. Take the link out."
                ),
                scheme=scheme.decode()[:LONGEST_SCHEME],
            )


def leads_within(action):
    """Whether opening the file only shows a certain page of it."""
    if action is None or isinstance(action, pikepdf.Array):
        return True
    return action.get("/S") == pikepdf.Name.GoTo and "/Next" not in action
