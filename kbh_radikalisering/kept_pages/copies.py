"""
Copies on the disk, for the other workers of the machine and for those that start later.

A folder an edition, a file a page. Nothing is lost with them: when they cannot be written,
each worker makes its own pages.
"""

import fcntl
import json
import logging
import shutil
from contextlib import contextmanager
from hashlib import blake2b
from tempfile import NamedTemporaryFile

from .page import KeptPage

logger = logging.getLogger(__name__)

LAST = "last"
LOCKS = "locks"
# Two workers that want different pages seldom wait for each other.
LOCK_COUNT = 64
# More than this on the disk helps nobody.
MOST = 4000


class Copies:
    def __init__(self, folder, release):
        self.top = folder
        self.folder = folder / release
        self.written = 0
        self.is_broken = False

    def last_edition(self):
        """The key of the edition that a worker of this release served last, or None."""
        try:
            return (self.folder / LAST).read_text()
        except OSError:
            return None

    def begin(self, edition):
        """Remember the present edition, and throw the pages of all others away."""
        self.written = 0
        with self.trying():
            self.folder.mkdir(parents=True, exist_ok=True)
            replace(self.folder / LAST, edition.encode())
            for other in [*self.top.iterdir(), *self.folder.iterdir()]:
                if other.is_dir() and other.name not in {edition, LOCKS, self.folder.name}:
                    shutil.rmtree(other, ignore_errors=True)

    def read(self, edition, path):
        try:
            head, _, body = self.file(edition, path).read_bytes().partition(b"\n")
            return unpacked(json.loads(head), path, body)
        except (OSError, ValueError, KeyError):
            return None

    def write(self, path, page):
        if self.written >= MOST:
            return
        with self.trying():
            file = self.file(page.edition, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            replace(file, json.dumps(packed(page, path)).encode() + b"\n" + page.body)
            self.written += 1

    def file(self, edition, path):
        return self.folder / edition / name_of(path)

    @contextmanager
    def alone(self, path):
        """Of the machine's workers one at a time makes this page."""
        lock = None
        with self.trying():
            folder = self.folder / LOCKS
            folder.mkdir(parents=True, exist_ok=True)
            lock = (folder / str(int(name_of(path)[:8], 16) % LOCK_COUNT)).open("w")
            fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            if lock:
                lock.close()

    @contextmanager
    def trying(self):
        """A full disk is told of once, and troubles no visitor."""
        try:
            yield
        except OSError as error:
            if not self.is_broken:
                logger.warning("Pages cannot be kept on the disk: %s", error)
            self.is_broken = True
        else:
            self.is_broken = False


def packed(page, path):
    headers = [[name.decode(), value.decode("latin-1")] for name, value in page.headers]
    return {
        "path": path,
        "status": page.status,
        "headers": headers,
        "edition": page.edition,
        "until": page.until,
        "length": len(page.body),
    }


def unpacked(head, path, body):
    """ValueError for what is of another page, or not whole."""
    if head["path"] != path or head["length"] != len(body):
        raise ValueError("Not the page that was asked for")
    return KeptPage(
        status=head["status"],
        headers=tuple(
            (name.encode(), value.encode("latin-1")) for name, value in head["headers"]
        ),
        body=body,
        edition=head["edition"],
        until=head["until"],
        is_public=True,
    )


def name_of(path):
    return blake2b(path.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def replace(file, content):
    """Write `file` so that whoever reads it gets the old or the new, never a part."""
    with NamedTemporaryFile(dir=file.parent, delete=False) as new:
        new.write(content)
    new_path = file.parent / new.name
    new_path.replace(file)
