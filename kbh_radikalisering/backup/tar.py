"""An archive's bytes: a tar that any byte out of place makes invalid."""

import hashlib
import tarfile
from collections.abc import Iterable
from dataclasses import dataclass

from .errors import BackupError

SUMS = "SHA256SUMS"
SEAL = "SEAL"
END = bytes(2 * tarfile.BLOCKSIZE)


@dataclass(frozen=True)
class Member:
    name: str
    size: int
    pieces: Iterable[bytes]


def member(name, content):
    return Member(name, len(content), [content])


def stream(members):
    """The archive of `members`, piece by piece: none is ever held as a whole."""
    whole = hashlib.sha256()
    for piece in summed(members):
        whole.update(piece)
        yield piece
    yield seal(whole.hexdigest())


def summed(members):
    sums = []
    for each in members:
        digest = hashlib.sha256()
        yield from written(each, digest)
        sums.append(f"{digest.hexdigest()}  {each.name}\n")
    yield from written(member(SUMS, "".join(sums).encode()))


def written(each, digest=None):
    digest = digest or hashlib.sha256()
    yield header(each)
    size = 0
    for piece in each.pieces:
        digest.update(piece)
        size += len(piece)
        yield piece
    if size != each.size:
        raise BackupError(f"{each.name} changed while it was read. Make the backup again.")
    yield bytes(-size % tarfile.BLOCKSIZE)


def header(each):
    info = tarfile.TarInfo(each.name)
    info.size, info.mode = each.size, 0o600
    return info.tobuf(tarfile.GNU_FORMAT)


def seal(digest):
    """What an archive ends with: always of the same length."""
    return b"".join(written(member(SEAL, f"{digest}\n".encode()))) + END


SEAL_SIZE = len(seal("0" * 64))


def is_sealed(file):
    """Asked before anything of `file` is looked into."""
    size = file.seek(0, 2) - SEAL_SIZE
    if size < 0:
        return False
    file.seek(0)
    whole = hashlib.sha256()
    while size and (piece := file.read(min(size, 1 << 20))):
        whole.update(piece)
        size -= len(piece)
    return file.read() == seal(whole.hexdigest())
