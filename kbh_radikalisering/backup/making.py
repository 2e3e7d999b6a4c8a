"""Making a backup."""

import gzip
import json
from contextlib import closing

from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from . import encryption, media, rows, schema, sequences, tables, tar
from .files import new_file
from .snapshot import snapshot

FORMAT = 1
# Of rows that are held in memory at a time.
CHUNK = 1 << 20


def make(path, keys):
    """Write the backup `path`, for `keys`; return the names of files that are not there."""
    schema.refuse_unmigrated()
    missing = []
    with new_file(path) as file, closing(members(missing)) as found:
        encryption.write(tar.stream(found), file, keys)
    return missing


def members(missing):
    models = tables.models()
    with snapshot():
        yield tar.member("backup.json", json.dumps(about(models), indent=1).encode())
        for model in models:
            yield from table(model)
        names = media.named(models)
    # A stored file never changes and is never deleted: the moment need not last for them.
    for name in names:
        yield from stored(name, missing)


def about(models):
    return {
        "format": FORMAT,
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "database": connection.vendor,
        "migrations": schema.applied(),
        "columns": {model._meta.label_lower: tables.columns(model) for model in models},
        "last_numbers": sequences.read(models),
    }


def table(model):
    for number, lines in enumerate(chunks(rows.encoded(model)), start=1):
        name = f"tables/{model._meta.label_lower}/{number:06}.jsonl.gz"
        yield tar.member(name, gzip.compress(lines, mtime=0))


def chunks(lines):
    """The lines, joined to pieces of about CHUNK bytes."""
    piece = bytearray()
    for line in lines:
        piece += line + b"\n"
        if len(piece) >= CHUNK:
            yield bytes(piece)
            piece.clear()
    if piece:
        yield bytes(piece)


def stored(name, missing):
    try:
        file = default_storage.open(name)
    except FileNotFoundError:
        missing.append(name)
        return
    with file:
        yield tar.Member(f"media/{name}", file.size, file.chunks())
