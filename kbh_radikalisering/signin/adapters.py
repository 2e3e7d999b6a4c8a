"""What allauth asks the site to decide."""

import time

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.stagekit import clear_login
from allauth.core.internal import ratelimit
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from content.site.templatetags.site import site_settings

from . import code_keys, notices, security_log
from .client_address import client_address

# Which way of saying again who one is comes first: the one that nobody can lure away.
ORDER = ["mfa_reauthenticate:webauthn", "reauthenticate", "mfa_reauthenticate"]
# A save that led to the sign-in is told from one that went well by its message.
UNSAID = {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def pre_login(self, request, user, **kwargs):
        """Only for editors: who may not enter the admin has nothing to sign in to."""
        if user.is_active and user.is_staff:
            return super().pre_login(request, user, **kwargs)
        clear_login(request)
        return self.respond_user_inactive(request, user)

    def login(self, request, user):
        """Both steps are taken; what it says of the last time is about to be overwritten."""
        news = notices.news(user)
        super().login(request, user)
        if news:
            messages.warning(request, news)

    def get_client_ip(self, request):
        return str(client_address(request))

    def _get_login_attempts_cache_key(self, request, **credentials):
        """
        Wrong tries count by account and address: only from the attacker's own address is
        an account closed to further tries, never where its editor sits.
        """
        key = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{key}@{ratelimit.get_ip(request)}"

    def pre_authenticate(self, request, **credentials):
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            user = security_log.account_called(credentials["username"])
            security_log.warn(request, "too many wrong tries", user)
            raise

    def authentication_failed(self, request, **credentials):
        user = security_log.account_called(credentials["username"])
        security_log.warn(request, "wrong password", user)

    def is_reauthentication_required(self, *, app, **kwargs):
        """Whoever has just signed in needs not say again who they are."""
        records = get_authentication_records(self.request, self.request.user)
        return not any(
            time.time() - each["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
            for each in records
        )

    def get_reauthentication_methods(self, user):
        found = super().get_reauthentication_methods(user)
        return sorted(found, key=lambda method: ORDER.index(method["id"]))

    def add_message(self, request, level, message_template=None, *args, **kwargs):
        if message_template not in UNSAID:
            super().add_message(request, level, message_template, *args, **kwargs)


class MFAAdapter(DefaultMFAAdapter):
    def can_delete_authenticator(self, authenticator):
        """The last one stays until there is another."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id)
        others = others.exclude(pk=authenticator.pk)
        return others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()

    def encrypt(self, text):
        return code_keys.encrypt(text)

    def decrypt(self, encrypted_text):
        return code_keys.decrypt(encrypted_text)

    def get_totp_label(self, user):
        return user.get_username()

    def generate_authenticator_name(self, user, type):  # noqa: A002
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return gettext("Passkey {number}").format(number=count + 1)

    def get_public_key_credential_rp_entity(self):
        """Bound to the site's own name, whatever a request calls it."""
        entity = super().get_public_key_credential_rp_entity()
        return entity | {"id": settings.SITE_HOST} if settings.HTTPS else entity

    def _get_site_name(self):
        return site_settings().site_name or super()._get_site_name()
