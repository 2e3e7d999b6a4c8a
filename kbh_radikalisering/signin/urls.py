"""
The addresses of signing in, each one chosen: allauth has others, which are not here.

Signing up, addresses for mail and lost passwords have none, so nobody reaches them.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.apps import apps
from django.urls import path
from django.views.generic import RedirectView

from .pages import signin_page
from .sessions_page import own_sessions


def page(route, view, name):
    return path(route, signin_page(view), name=name)


urlpatterns = [
    page("login/", account.login, "account_login"),
    page("login/noegle/", passkeys.login_webauthn, "mfa_login_webauthn"),
    page("login/andet-trin/", mfa.authenticate, "mfa_authenticate"),
    page("login/lukket/", account.account_inactive, "account_inactive"),
    page("logout/", account.logout, "account_logout"),
    page("konto/", mfa.index, "mfa_index"),
    page("konto/sessioner/", own_sessions, "own_sessions"),
    page("konto/bekraeft/", account.reauthenticate, "account_reauthenticate"),
    page("konto/bekraeft/kode/", mfa.reauthenticate, "mfa_reauthenticate"),
    page(
        "konto/bekraeft/noegle/",
        passkeys.reauthenticate_webauthn,
        "mfa_reauthenticate_webauthn",
    ),
    page(
        "konto/noegler/",
        RedirectView.as_view(pattern_name="mfa_index"),
        "mfa_list_webauthn",
    ),
    page("konto/noegler/ny/", passkeys.add_webauthn, "mfa_add_webauthn"),
    page("konto/noegler/<int:pk>/", passkeys.edit_webauthn, "mfa_edit_webauthn"),
    page("konto/noegler/<int:pk>/fjern/", passkeys.remove_webauthn, "mfa_remove_webauthn"),
    page("konto/app/", totp.activate_totp, "mfa_activate_totp"),
    page("konto/app/fjern/", totp.deactivate_totp, "mfa_deactivate_totp"),
    page("konto/koder/", codes.view_recovery_codes, "mfa_view_recovery_codes"),
    page("konto/koder/nye/", codes.generate_recovery_codes, "mfa_generate_recovery_codes"),
    page("konto/koder/hent/", codes.download_recovery_codes, "mfa_download_recovery_codes"),
]

if apps.is_installed("allauth.socialaccount.providers.openid_connect"):
    from . import municipal_views as municipal

    urlpatterns += [
        page("login/hos/<provider_id>/", municipal.login, "openid_connect_login"),
        page("login/hos/<provider_id>/svar/", municipal.callback, "openid_connect_callback"),
    ]
