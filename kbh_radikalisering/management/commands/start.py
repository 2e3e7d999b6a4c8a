import subprocess
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from kbh_radikalisering import environment, preflight
from kbh_radikalisering.serving import become_gunicorn


class Command(BaseCommand):
    help = "Prepare the database and the static files, then serve the site with gunicorn."

    def add_arguments(self, parser):
        parser.add_argument(
            "--watch",
            action="store_true",
            help="also publish what is planned, for where no other process does",
        )

    def handle(self, **options):
        preflight.check_port(environment.read())
        environment.make_writable(settings.DATA_DIR)
        # Before the static files, which take a while.
        preflight.check_database()

        call_command("collect")
        call_command("prepare", stdout=self.stdout)
        if options["watch"]:
            watch()
        become_gunicorn()


def watch():
    """Beside gunicorn, whose process this one becomes; it ends soon after that does."""
    subprocess.Popen([sys.executable, sys.argv[0], "publish_due", "--watch"])  # noqa: S603
