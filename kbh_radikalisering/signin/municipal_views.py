"""To the municipality's provider and back; loaded where there is one, with all that asks it."""

from allauth.socialaccount.providers.openid_connect import views
from requests import RequestException

from .municipal import back, not_done


def login(request, provider_id):
    return or_back(views.login, request, provider_id)


def callback(request, provider_id):
    return or_back(views.callback, request, provider_id)


def or_back(view, request, provider_id):
    try:
        return view(request, provider_id)
    except RequestException:
        return back(request, not_done())
