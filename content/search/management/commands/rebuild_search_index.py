from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from content.search import index
from content.search.models import SearchEntry


class Command(BaseCommand):
    help = "Index all that is published anew, in one transaction; visitors notice nothing."

    def handle(self, *args, **options):
        index.rebuild()
        self.stdout.write(f"{SearchEntry.objects.count()} entries in the search index.")
        if settings.OPENSEARCH is not None:
            call_command("fill_opensearch", stdout=self.stdout)
