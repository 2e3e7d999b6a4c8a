from django.core.management.base import BaseCommand

from kbh_radikalisering.initial_content import loader


class Command(BaseCommand):
    help = "Publish the initial content, unless something has been published before."

    def handle(self, **options):
        if loader.load():
            self.stdout.write("The initial content is published.")
        elif options["verbosity"] > 1:
            self.stdout.write("The site has content; nothing was changed.")
