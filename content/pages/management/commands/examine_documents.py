from django.core.management.base import BaseCommand
from django.utils import translation

from content.pages.examining import examine_again
from content.pages.models import Document


class Command(BaseCommand):
    help = "Look into every stored file again, for what it lacks for a screen reader."

    def handle(self, **options):
        documents = Document.objects.order_by("pk")
        with translation.override("en"):
            for document in documents.iterator():
                if why := examine_again(document):
                    self.stderr.write(f"{document.title_da}: {why}")
        self.stdout.write(f"{documents.count()} files were looked into.")
