"""The admin's headers: as strict as its forms and its rich-text editor allow."""

import base64
import hashlib
from functools import wraps

from csp.constants import NONE, SELF
from django.utils.html import strip_tags
from django_prose_editor.widgets import importmap

# The style sheet that the editor puts into the page itself, as it stands in editor.js.
EDITOR_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"


def admin_policy(view):
    @wraps(view)
    def wrapper(*args, **kwargs):
        response = view(*args, **kwargs)
        response._csp_replace = {
            "script-src": [SELF, importmap_hash()],
            "style-src": [SELF, EDITOR_STYLE],
            "img-src": [SELF, "data:"],
            "font-src": [SELF],
            "connect-src": [SELF],
            "object-src": [NONE],
        }
        # With none at all browsers call a form's origin "null", and CSRF refuses it.
        response["Referrer-Policy"] = "same-origin"
        return response

    return wrapper


def importmap_hash():
    """
    The editor's only inline script says where its modules are.

    Their names hold hashes of their own, so this one is made of the map as rendered.
    """
    digest = hashlib.sha256(strip_tags(importmap.render()).encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
