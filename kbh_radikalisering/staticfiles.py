"""Static files with hashed names, and the public site's one stylesheet."""

import posixpath
import re

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEET = "css/site.css"
IMPORT = re.compile(r'@import "(?P<name>[^"]+)";')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
WHITESPACE = re.compile(r"\s+")


class BundledManifestStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Hashed names, brotli and gzip; a page loads one stylesheet, not six in a chain."""

    def post_process(self, paths, dry_run=False, **options):
        if STYLESHEET in paths:
            paths = {**paths, STYLESHEET: (bundled(paths), STYLESHEET)}
        yield from super().post_process(paths, dry_run=dry_run, **options)


def bundled(paths):
    """A storage that holds the stylesheet with its imports in their place."""
    css = IMPORT.sub(
        lambda found: source(paths, beside_stylesheet(found["name"])),
        COMMENT.sub("", source(paths, STYLESHEET)),
    )
    storage = InMemoryStorage()
    storage.save(STYLESHEET, ContentFile(compact(css)))
    return storage


def beside_stylesheet(name):
    return posixpath.join(posixpath.dirname(STYLESHEET), name)


def source(paths, name):
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()


def compact(css):
    return WHITESPACE.sub(" ", COMMENT.sub("", css)).strip()
