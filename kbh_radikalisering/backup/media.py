"""The files that rows name, those of former versions included."""

from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db.models import QuerySet

from content.publishing.models import Version

from .tables import files


def named(models):
    """The names of all files that a row or a version of it leads to."""
    return sorted(
        {
            name
            for model in models
            for field in files(model)
            for names in (of_rows(model, field), of_versions(model, field))
            for name in names
            if name
        }
    )


def of_rows(model, field):
    return QuerySet(model).values_list(field, flat=True)


def of_versions(model, field):
    of_this = ContentType.objects.get_for_model(model)
    versions = Version.objects.filter(content_type=of_this)
    return versions.values_list(f"data__fields__{field}", flat=True)


@contextmanager
def stored(archive):
    """
    The archive's files, in their places; gone again when what follows fails.

    A stored file never changes, so one that is there has its content already, unless it
    is damaged: then it is replaced at the end.
    """
    new, other = [], []
    try:
        for name in archive.media():
            if not default_storage.exists(name):
                new.append(name)
                store(archive, name)
            elif not same(archive, name):
                other.append(name)
        yield
    except BaseException:
        for name in new:
            default_storage.delete(name)
        raise
    for name in other:
        default_storage.delete(name)
        store(archive, name)


def store(archive, name):
    with archive.open_media(name) as file:
        kept = default_storage.save(name, File(file, name))
    if kept != name:
        default_storage.delete(kept)
        raise FileExistsError(name)


def same(archive, name):
    with archive.open_media(name) as file, default_storage.open(name) as present:
        while piece := file.read(File.DEFAULT_CHUNK_SIZE):
            if present.read(len(piece)) != piece:
                return False
        return not present.read(1)
