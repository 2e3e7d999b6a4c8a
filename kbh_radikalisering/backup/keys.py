"""The keys of age (https://age-encryption.org): who may write a backup, and who may read it."""

from pyrage import IdentityError, RecipientError, x25519


def parse(text):
    """
    Public keys (age1…) and secret ones (AGE-SECRET-KEY-1…), with commas between them.

    A site that is given its public key alone can make backups that it can't read.
    """
    return [key(part.strip()) for part in text.split(",") if part.strip()]


def key(text):
    try:
        if text.upper().startswith("AGE-SECRET-KEY-"):
            return x25519.Identity.from_str(text)
        return x25519.Recipient.from_str(text)
    except (IdentityError, RecipientError) as error:
        raise ValueError(text) from error


def secret(keys):
    return [each for each in keys if isinstance(each, x25519.Identity)]


def public(keys):
    return [each.to_public() if each in secret(keys) else each for each in keys]


def new():
    """A pair of keys, as texts: the secret one and the public one."""
    identity = x25519.Identity.generate()
    return str(identity), str(identity.to_public())
