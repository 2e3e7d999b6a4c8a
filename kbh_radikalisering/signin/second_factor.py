"""A password alone opens nothing: the admin asks for a second factor of everybody."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse

from .addresses import is_of_admin, is_on_the_way

# In the session: whose second factor it has seen.
KEY = "second_factor"
TYPES = [Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP]


def confirm(request, user):
    request.session[KEY] = user.pk


def forget(request):
    request.session.pop(KEY, None)


def is_confirmed(request):
    return request.session.get(KEY) == request.user.pk


def has_one(user):
    return is_mfa_enabled(user, TYPES)


def second_factor_first(get_response):
    """Middleware: whoever has signed in with a password alone adds a second factor first."""

    def middleware(request):
        path = request.path_info
        is_inside = is_of_admin(path) and not is_on_the_way(path)
        if not is_inside or not request.user.is_authenticated:
            return get_response(request)
        if not request.user.is_staff:
            raise PermissionDenied
        if is_confirmed(request) or settings.SECOND_FACTOR_IS_POSTPONED:
            return get_response(request)
        return HttpResponseRedirect(reverse("mfa_index"))

    return middleware
