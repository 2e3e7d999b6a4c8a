import io
from tempfile import TemporaryFile

import pyrage
from django.conf import settings

from kbh_radikalisering import environment

from . import keys
from .errors import BackupError, damaged

MAGIC = b"age-encryption.org/"


class Pieces(io.RawIOBase):
    """A file to read from, of pieces that are made as they are asked for."""

    def __init__(self, pieces):
        self.pieces = iter(pieces)
        self.rest = b""
        self.error = None

    def readable(self):
        return True

    def read(self, size=-1):
        try:
            while not self.rest:
                self.rest = next(self.pieces)
        except StopIteration:
            return b""
        except Exception as error:
            # The library would only say that it could not read.
            self.error = error
            raise
        found, self.rest = self.rest[:size], self.rest[size:]
        return found


def write(pieces, file, given):
    """Write `pieces`, for whoever has the secret key to one of the keys that are `given`."""
    if not given:
        for piece in pieces:
            file.write(piece)
        return
    source = Pieces(pieces)
    try:
        pyrage.encrypt_io(source, file, keys.public(given))
    except (pyrage.EncryptError, OSError) as error:
        raise source.error or OSError(str(error)) from error


def opened(file, path):
    """`file` as it was before it was encrypted."""
    is_encrypted = file.read(len(MAGIC)) == MAGIC
    file.seek(0)
    return decrypted(file, path) if is_encrypted else file


def decrypted(file, path):
    """In the data folder, without a name: gone with this process."""
    identities = keys.secret(settings.BACKUP_KEY)
    if not identities:
        raise BackupError(
            f"{path} is encrypted. Set BACKUP_KEY to its secret key, which begins with "
            "AGE-SECRET-KEY-1."
        )
    environment.make_writable(settings.DATA_DIR)
    plain = TemporaryFile(dir=settings.DATA_DIR)  # noqa: SIM115
    try:
        pyrage.decrypt_io(file, plain, identities)
    except (pyrage.DecryptError, OSError) as error:
        plain.close()
        if "No matching keys" in str(error):
            raise BackupError(
                f"{path} was encrypted for another key than BACKUP_KEY, or is damaged. "
                "Nothing has been changed."
            ) from error
        if isinstance(error, OSError) and error.errno:
            raise
        raise damaged(path) from error
    return plain
