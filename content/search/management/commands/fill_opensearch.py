from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from content.search.elsewhere import server, telling


class Command(BaseCommand):
    help = "Tell the OpenSearch of OPENSEARCH_URL what there is to find."

    def add_arguments(self, parser):
        parser.add_argument(
            "--missing",
            action="store_true",
            help="only what it has not been told, unless it knows nothing yet",
        )

    def handle(self, *, missing, **options):
        if settings.OPENSEARCH is None:
            raise CommandError("OPENSEARCH_URL is not set.")
        try:
            told = telling.catch_up() if missing else telling.fill()
        except server.failures() as error:
            raise CommandError(
                f"OpenSearch does not answer as it should ({error}). Meanwhile the database "
                "searches."
            ) from error
        self.stdout.write(f"OpenSearch has been told of {told} entries.")
