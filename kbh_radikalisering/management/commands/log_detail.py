from django.core.management.base import BaseCommand

from kbh_radikalisering.logs.detail import detail
from kbh_radikalisering.values import minutes


class Command(BaseCommand):
    help = "Write more into the log of this machine's processes, for some minutes."

    def add_arguments(self, parser):
        parser.add_argument(
            "--minutes", type=minutes, default=1, help="1 to 60; 0 ends it at once"
        )

    def handle(self, **options):
        if options["minutes"]:
            detail.begin(options["minutes"] * 60)
            self.stdout.write(f"Detail for {options['minutes']} minutes.")
        else:
            detail.end()
            self.stdout.write("No more detail.")
