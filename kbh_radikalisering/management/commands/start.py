import os
import subprocess
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections
from django.urls import reverse

from kbh_radikalisering import environment, preflight
from kbh_radikalisering.first_account import make_first_account

WITHOUT = ";\nto try the site out without, start it with SECOND_FACTOR=postponed."


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
        preflight.check_database()

        call_command("collect")
        with preflight.one_start_at_a_time():
            call_command("migrate", verbosity=0)
            call_command("load_initial_content")
            account = make_first_account()

        self.say_where(account)
        if options["watch"]:
            watch()
        serve()

    def say_where(self, account):
        admin = settings.SITE_URL + reverse("admin:index")
        self.stdout.write(f"The site is at   {settings.SITE_URL}/\nThe admin is at  {admin}")
        if account:
            name, password = account
            self.stdout.write(
                f"\nSign in to the admin as {name} with the password {password}\n"
                "and change it there: it is not shown again. It asks for a passkey or an app "
                f"as well{'.' if settings.HTTPS else WITHOUT}\n"
            )
        if settings.SECOND_FACTOR_IS_POSTPONED:
            self.stdout.write(
                "\nSECOND_FACTOR is postponed: A PASSWORD ALONE OPENS THE ADMIN.\n"
            )
        self.stdout.flush()


def watch():
    """Beside gunicorn, whose process this one becomes; it ends soon after that does."""
    subprocess.Popen([sys.executable, sys.argv[0], "publish_due", "--watch"])  # noqa: S603


def serve():
    """Become gunicorn: its master gets this process, and with it the signals to stop."""
    connections.close_all()
    gunicorn = [sys.executable, "-m", "gunicorn", "--config=python:kbh_radikalisering.gunicorn"]
    os.execv(sys.executable, gunicorn)  # noqa: S606
