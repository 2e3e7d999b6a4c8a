"""Looking into a backup, once every byte of it has been found to be as it was written."""

import gzip
import hashlib
import json
import tarfile
from contextlib import closing, contextmanager
from pathlib import Path

from . import encryption, tar, values
from .errors import BackupError, damaged
from .making import FORMAT


@contextmanager
def opened(path):
    """The Archive at `path`; BackupError when it is damaged, and when it can't be read."""
    path = Path(path)
    try:
        file = path.open("rb")
    except OSError as error:
        raise BackupError(f"{path} cannot be read ({error.strerror}).") from error
    with file, closing(encryption.opened(file, path)) as plain:
        if not tar.is_sealed(plain):
            raise damaged(path)
        plain.seek(0)
        with tarfile.open(fileobj=plain, mode="r:") as members:
            yield Archive(members)


class Archive:
    def __init__(self, members):
        self.members = members
        self.names = members.getnames()
        self.about = json.loads(self.content("backup.json"))
        if self.about["format"] != FORMAT:
            raise BackupError(
                f"The backup has format {self.about['format']}, and this release reads "
                f"{FORMAT}. Restore it with the release that made it."
            )

    def content(self, name):
        return self.members.extractfile(name).read()

    def media(self):
        return [name.removeprefix("media/") for name in self.names if name.startswith("media/")]

    def open_media(self, name):
        return self.members.extractfile(f"media/{name}")

    def rows(self, label):
        """The rows of a model in lists of about a megabyte."""
        for name in self.names:
            if name.startswith(f"tables/{label}/"):
                lines = gzip.decompress(self.content(name)).splitlines()
                yield [values.decode(line) for line in lines]

    def refuse_unlisted(self):
        """Each part once more, against the list that `sha256sum --check` reads."""
        sums = "".join(
            f"{self.sum(name)}  {name}\n"
            for name in self.names
            if name not in {tar.SUMS, tar.SEAL}
        )
        if sums.encode() != self.content(tar.SUMS):
            raise BackupError("The backup does not hold what its list says.")

    def sum(self, name):
        return hashlib.file_digest(self.members.extractfile(name), "sha256").hexdigest()

    def count(self):
        """How many rows there are; each is read."""
        return sum(len(rows) for label in self.about["columns"] for rows in self.rows(label))
