"""What the look of a page depends on besides the content: this release and its settings."""

from hashlib import blake2b

from django.conf import settings

PLACES = ["content", "kbh_radikalisering", "locale", "static", "templates"]


def fingerprint():
    """Changes with any file of the release, and with what pages say of the site."""
    digest = blake2b(digest_size=9)
    for said in [settings.SITE_URL, settings.FALLBACK_PHONE]:
        digest.update(f"{said}\n".encode())
    for file in sorted(files()):
        at = file.stat()
        name = file.relative_to(settings.BASE_DIR)
        digest.update(f"{name} {at.st_size} {at.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def files():
    for place in PLACES:
        for file in (settings.BASE_DIR / place).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                yield file
