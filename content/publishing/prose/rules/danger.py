"""
Scripts and dangerous links.

The sanitiser drops them whether or not they are found here. This rule is so that
an editor is told, rather than finding the text changed.
"""

import re

from django.utils.translation import gettext as _

from .. import reference
from ..finding import error
from ..sanitiser import ALLOWED
from ..tree import words

ACTIVE = {
    "applet",
    "audio",
    "base",
    "button",
    "embed",
    "form",
    "frame",
    "iframe",
    "input",
    "link",
    "math",
    "meta",
    "object",
    "script",
    "style",
    "svg",
    "template",
    "textarea",
    "video",
}
ADDRESSES = ["href", "src", "action", "formaction", "data", "xlink:href"]
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def danger(root):
    for element in root.iter():
        if not isinstance(element.tag, str):
            # A comment, which the sanitiser takes out.
            continue
        yield from active_content(element)
        yield from forbidden_schemes(element)


def active_content(element):
    if element.tag in ACTIVE:
        message = _("“<%(tag)s>” can't be used in a text. Take it out.")
        yield error("active-content", message % {"tag": element.tag}, words(element))
    for name in element.attrib:
        if name.lower().startswith("on"):
            message = _("“%(name)s” would run a script and can't be used. Take it out.")
            yield error("active-content", message % {"name": name}, words(element))


def forbidden_schemes(element):
    for name in ADDRESSES:
        address = element.get(name, "")
        scheme = SCHEME.match(reference.IGNORED.sub("", address))
        if not scheme or reference.read(address):
            continue
        if scheme[1].lower() not in ALLOWED["url_schemes"]:
            yield forbidden_scheme(scheme[1], words(element))


def forbidden_scheme(scheme, excerpt):
    message = _("A link can't begin with “%(scheme)s:”. Begin it with https:, mailto: or tel:.")
    return error("forbidden-scheme", message % {"scheme": scheme}, excerpt)
