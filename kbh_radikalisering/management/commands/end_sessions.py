from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from kbh_radikalisering.signin import recovery


class Command(BaseCommand):
    help = "Sign accounts out everywhere: those that are named, or all of them."

    def add_arguments(self, parser):
        parser.add_argument("names", nargs="*", help="user names")
        parser.add_argument("--all", action="store_true", help="every account")

    def handle(self, names, **options):
        if bool(names) == options["all"]:
            raise CommandError("Name the accounts, or say --all.")
        users = get_user_model().objects.all()
        if names:
            users = users.filter(username__in=names)
            self.check_known(names, users)
        self.stdout.write(f"Sessions ended: {recovery.end_sessions(*users)}")

    def check_known(self, names, users):
        unknown = set(names) - {user.username for user in users}
        if unknown:
            raise CommandError(f"There is no account called {', '.join(sorted(unknown))}.")
