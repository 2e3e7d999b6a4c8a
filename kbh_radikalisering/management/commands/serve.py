from django.conf import settings
from django.core.management.base import BaseCommand

from kbh_radikalisering import environment, preflight
from kbh_radikalisering.serving import become_gunicorn


class Command(BaseCommand):
    help = "Serve the site with gunicorn, where `prepare` and `collect` have been before."

    def handle(self, **options):
        preflight.check_port(environment.read())
        environment.make_writable(settings.DATA_DIR)
        become_gunicorn()
