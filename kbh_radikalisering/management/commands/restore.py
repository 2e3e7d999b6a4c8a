from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from kbh_radikalisering import environment
from kbh_radikalisering.backup import restoring


class Command(BaseCommand):
    help = "Put what a backup holds in this site's place: all of it, or nothing."

    def add_arguments(self, parser):
        parser.add_argument("path", help="the backup")
        parser.add_argument(
            "--replace",
            action="store_true",
            help="delete what the database holds; without this it must be empty",
        )

    def handle(self, path, replace, **options):
        # On a machine that is as new as the database.
        environment.make_writable(settings.DATA_DIR)
        into = restoring.into_any if replace else restoring.into_empty
        try:
            rows, files = restoring.restore(path, into=into)
        except OSError as error:
            raise CommandError(f"Nothing was restored: {error}.") from error
        self.stdout.write(
            f"Restored {rows} rows and {files} files. Everybody has to sign in again."
        )
