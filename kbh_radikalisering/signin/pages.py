"""What every page of signing in has: the admin's look, its own headers, and no keeping."""

import ipaddress
from functools import wraps

from csp.constants import NONE, SELF
from django.conf import settings
from django.contrib import admin
from django.template.response import SimpleTemplateResponse
from django.views.decorators.cache import never_cache
from django_permissions_policy import PermissionsPolicyMiddleware

from . import municipal

ALLOWED_HERE = ["publickey-credentials-create", "publickey-credentials-get"]
PERMISSIONS = PermissionsPolicyMiddleware.compute_header_value(
    settings.PERMISSIONS_POLICY | {feature: ["self"] for feature in ALLOWED_HERE},
    name="PERMISSIONS_POLICY",
)


def signin_page(view):
    @never_cache
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if isinstance(response, SimpleTemplateResponse):
            response.context_data = look(request) | (response.context_data or {})
        response._csp_replace = {
            "script-src": [SELF],
            # The square to scan is drawn in the page.
            "img-src": [SELF, "data:"],
            "object-src": [NONE],
        }
        response._permissions_policy_override = PERMISSIONS
        # With none at all browsers call a form's origin "null", and CSRF refuses it.
        response["Referrer-Policy"] = "same-origin"
        return response

    return wrapper


def look(request):
    return admin.site.each_context(request) | {
        "is_nav_sidebar_enabled": False,
        "passkey_url": url_for_passkeys(request),
        "is_local": not settings.HTTPS,
        "municipal": municipal.button(),
    }


def url_for_passkeys(request):
    """
    Where passkeys work, when they don't at this address: they belong to a name.

    A site tried out on 127.0.0.1 has the name localhost as well.
    """
    host, _colon, port = request.get_host().rpartition(":")
    try:
        is_local = ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return ""
    return f"http://localhost:{port}{request.get_full_path()}" if is_local else ""
