from django.core.exceptions import ValidationError
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
                try:
                    examine_again(document)
                except FileNotFoundError:
                    self.stderr.write(f"{document.title_da}: The file is not there.")
                except ValidationError as error:
                    self.stderr.write(f"{document.title_da}: {' '.join(error.messages)}")
        self.stdout.write(f"{documents.count()} files were looked into.")
