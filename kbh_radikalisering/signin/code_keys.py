"""The keys behind codes, unreadable in the database and in copies of it."""

import base64
import hashlib
import secrets

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


def cipher():
    """Of the site's own secret, which is not in the database."""
    digest = hashlib.sha256(b"second factor" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))


def encrypt(text):
    return cipher().encrypt(text.encode()).decode()


def decrypt(text):
    """With another SECRET_KEY no code fits any more: a key that nobody knows."""
    try:
        return cipher().decrypt(text.encode()).decode()
    except InvalidToken:
        return base64.b32encode(secrets.token_bytes(20)).decode()
