"""
Who signs in, who tries to and how they changed it, in the log: never a password or a code.

A name that no account has is left out: it may be a password typed in the wrong field.
"""

import logging

from django.contrib.auth import get_user_model

from .client_address import client_address, network_of

logger = logging.getLogger("kbh_radikalisering.signin")


def note(request, what, user):
    logger.info("%s: %s from %s", what, user or "no account", neighbourhood(request))


def warn(request, what, user):
    logger.warning("%s: %s from %s", what, user or "no account", neighbourhood(request))


def neighbourhood(request):
    return network_of(client_address(request))


def account_called(name):
    return get_user_model().objects.filter(username__iexact=name).first()
