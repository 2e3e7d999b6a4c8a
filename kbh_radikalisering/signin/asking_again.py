"""Before rights are changed: a computer that somebody left open is not enough."""

from functools import wraps

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseRedirect
from django.utils.http import urlencode

APP = "kbh_radikalisering.signin"


def who_it_is(view):
    """Ask who is there before `view`, unless they said so lately; then go on with it."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not get_adapter().get_reauthentication_methods(request.user):
            return who_signed_in_just_now(view)(request, *args, **kwargs)
        if not is_reauthentication_required(request, app=APP):
            return view(request, *args, **kwargs)
        if any("password" in name for name in request.POST):
            # What else is sent waits in the session, where no password shall lie.
            return ask(request)
        raise ReauthenticationRequired

    return wrapper


def who_signed_in_just_now(view):
    """For those whom the municipality alone knows: they go there again."""

    def wrapper(request, *args, **kwargs):
        if get_adapter().is_reauthentication_required(app=APP):
            logout(request)
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    return wrapper


def ask(request):
    url = get_adapter().get_reauthentication_methods(request.user)[0]["url"]
    return HttpResponseRedirect(f"{url}?{urlencode({'next': request.get_full_path()})}")


class AskedAgain:
    """For a ModelAdmin of accounts or groups."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        may = self.has_change_permission if object_id else self.has_add_permission
        view = super().changeform_view
        # Who may only look is not asked.
        view = who_it_is(view) if may(request) else view
        return view(request, object_id, form_url, extra_context)

    def delete_view(self, request, object_id, extra_context=None):
        return who_it_is(super().delete_view)(request, object_id, extra_context)

    def changelist_view(self, request, extra_context=None):
        view = super().changelist_view
        view = who_it_is(view) if request.method == "POST" else view
        return view(request, extra_context)
