"""
The municipality's own sign-in, by OpenID Connect, where the settings name one.

It says who somebody is; who is an editor, the site's administrators say. The first time an
account is found by the mail address that the provider vouches for, and from then on by the
provider's own name for the person, whatever their address becomes.
"""

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext

from . import security_log


class MunicipalAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request, sociallogin):
        return False

    def pre_social_login(self, request, sociallogin):
        if sociallogin.is_existing:
            return
        user = account_of(sociallogin)
        if user is None:
            security_log.warn(request, "no account for whom the municipality sent", None)
            told = gettext("You have no account here. Ask one of the site's administrators.")
            raise ImmediateHttpResponse(back(request, told))
        sociallogin.connect(request, user)
        security_log.note(request, "joined to the municipality's sign-in", user)

    def on_authentication_error(self, request, provider, **kwargs):
        raise ImmediateHttpResponse(back(request, not_done()))


def account_of(sociallogin):
    """The one account with a mail address that the provider has made sure of."""
    vouched = [each.email for each in sociallogin.email_addresses if each.verified]
    if not vouched:
        return None
    found = list(get_user_model().objects.filter(email__iexact=vouched[0])[:2])
    return found[0] if len(found) == 1 else None


def gave_second_factor(sociallogin):
    """Whether the provider says, in its signed words, that it asked for one."""
    claims = sociallogin.account.extra_data.get("id_token") or {}
    said = {claims.get("acr"), *(claims.get("amr") or [])}
    return bool(said & set(settings.OIDC_SECOND_FACTOR))


def not_done():
    return gettext("The municipality's sign-in did not work. Try again, or go another way.")


def back(request, told):
    messages.error(request, told)
    return HttpResponseRedirect(reverse("account_login"))


def button():
    """What the sign-in page shows; None where there is no such provider."""
    if not settings.OIDC_PROVIDER_ID:
        return None
    url = reverse("openid_connect_login", args=[settings.OIDC_PROVIDER_ID])
    return {"name": settings.OIDC_NAME, "url": url}
