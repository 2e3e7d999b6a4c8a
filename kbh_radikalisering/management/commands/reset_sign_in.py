from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from kbh_radikalisering.signin import recovery


class Command(BaseCommand):
    help = (
        "Give an account a new password and let it start again with the second factor. "
        "Signs it out everywhere; the audit log tells of it."
    )

    def add_arguments(self, parser):
        parser.add_argument("name", help="the account's user name")

    def handle(self, name, **options):
        try:
            user = get_user_model().objects.get(username=name)
        except get_user_model().DoesNotExist:
            raise CommandError(f"There is no account called {name}.") from None
        password = recovery.reset(user)
        self.stdout.write(
            f"{name} signs in with the password {password}\n"
            "and is asked for a new second factor. The password is not shown again.\n"
        )
