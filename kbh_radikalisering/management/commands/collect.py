import hashlib
import inspect

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.files.storage import storages
from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Collect and compress the static files, unless nothing has changed since."

    def handle(self, **options):
        stamp = settings.STATIC_ROOT / ".collected"
        fingerprint = fingerprint_of_sources()
        if stamp.exists() and stamp.read_text() == fingerprint:
            return
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(fingerprint)


def fingerprint_of_sources():
    """Of what the files say, not of their dates, which a copy or a clone changes."""
    storage_code = inspect.getsource(inspect.getmodule(storages["staticfiles"]))
    total = hashlib.sha256(storage_code.encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            with storage.open(path) as file:
                total.update(path.encode())
                total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()
