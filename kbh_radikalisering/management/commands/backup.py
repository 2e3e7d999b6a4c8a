from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kbh_radikalisering.backup import files, keys, making, reading


class Command(BaseCommand):
    help = "Write all of the site into one file, while it runs; or look whether one is whole."

    def add_arguments(self, parser):
        parser.add_argument("path", nargs="?", help="the new file, or a folder for it")
        parser.add_argument(
            "--keep", type=int, metavar="DAYS", help="then remove older ones of the folder"
        )
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--verify", action="store_true", help="read the backup at the path")
        what.add_argument("--new-key", action="store_true", help="make a pair of keys")

    def handle(self, path, keep, verify, new_key, **options):
        if new_key:
            self.show_new_key()
        elif not path:
            raise CommandError("Say where the backup is to be: a file or a folder.")
        elif verify:
            self.verify(path)
        else:
            self.make(path, keep)

    def make(self, path, keep):
        place = files.place(path, encrypted=bool(settings.BACKUP_KEY))
        try:
            missing = making.make(place, settings.BACKUP_KEY)
        except OSError as error:
            raise CommandError(f"No backup was written: {error}.") from error
        for name in missing:
            self.stderr.write(f"The file {name} is named by the site but is not there.")
        if not settings.BACKUP_KEY:
            self.stderr.write("It is not encrypted: BACKUP_KEY is not set.")
        self.stdout.write(f"The backup is {place}.")
        if keep is not None:
            for name in files.remove_old(place.parent, keep):
                self.stdout.write(f"Removed {name}.")

    def verify(self, path):
        with reading.opened(path) as archive:
            archive.refuse_unlisted()
            self.stdout.write(
                f"The backup is whole: {archive.about['made_at']}, "
                f"{archive.count()} rows, {len(archive.media())} files."
            )

    def show_new_key(self):
        secret, public = keys.new()
        self.stdout.write(
            f"Keep this one away from the site, in two places. It alone opens the backups:\n"
            f"  {secret}\n"
            f"Set BACKUP_KEY of the site to this one, which can only write them:\n"
            f"  {public}"
        )
