"""Second factors as an editor has them, for tests that sign in step by step."""

import time

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PASSWORD = "en lang sætning om fisk og fugle"


def add_app(user):
    """An app that makes codes, and recovery codes, which are returned."""
    TOTP.activate(user, KEY)
    return RecoveryCodes.activate(user).generate_codes()


def code(key=KEY, steps=0):
    """What the app shows now, or so many half minutes from now."""
    return format_hotp_value(hotp_value(key, int(time.time()) // 30 + steps))
