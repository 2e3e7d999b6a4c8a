from django.core.management.base import BaseCommand
from django.db import transaction

from content.publishing import translations
from content.publishing.history.snapshot import snapshot
from content.publishing.models import Translation
from content.publishing.translations.attention import publishable_models


class Command(BaseCommand):
    help = (
        "Approve the English that the site has, where nothing is known of it yet. What is "
        "known stays."
    )

    @transaction.atomic
    def handle(self, *args, **options):
        for model in publishable_models():
            for instance in model.objects.order_by("pk"):
                translations.stamp(instance, snapshot(instance))
        self.stdout.write(f"{Translation.objects.count()} texts are known.")
