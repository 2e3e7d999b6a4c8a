from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.urls import reverse

from kbh_radikalisering import preflight
from kbh_radikalisering.first_account import make_first_account

WITHOUT = ";\nto try the site out without, start it with SECOND_FACTOR=postponed."


class Command(BaseCommand):
    help = "Prepare the database: migrate, load the initial content, make the first account."

    def handle(self, **options):
        preflight.check_database()
        with preflight.one_start_at_a_time():
            call_command("migrate", verbosity=0)
            call_command("load_initial_content")
            account = make_first_account()
        self.say_where(account)

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
