import re

from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _


class AddPasskeyForm(AddWebAuthnForm):
    """
    Always a passkey: the key asks for a finger, a face or a code of its own.

    The browser's script reads from the box what kind of key to make; the form checks
    that it became one.
    """

    name = forms.CharField(
        label=_("What you call it"),
        help_text=_("So that you can tell your passkeys apart: “My work computer”."),
        max_length=60,
        required=False,
    )
    passwordless = forms.BooleanField(
        widget=forms.CheckboxInput(attrs={"hidden": True, "checked": True}), required=False
    )


class OnceOnly:
    """
    A code of an app opens once, for as long as it fits.

    The library forgets it after one period, and takes it during three.
    """

    def clean_code(self):
        code = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP and not is_new(self.user, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


def is_new(user, code):
    fits_for = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
    digits = re.sub(r"\D", "", code)
    return cache.add(f"code-used:{user.pk}:{digits}", True, timeout=fits_for)


class CodeForm(OnceOnly, AuthenticateForm):
    pass


class CodeAgainForm(OnceOnly, ReauthenticateForm):
    pass
