from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
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
