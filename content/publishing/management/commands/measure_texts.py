from django.core.management.base import BaseCommand

from content.publishing import measuring
from content.publishing.attention.content import content_models


class Command(BaseCommand):
    help = "Measure how hard all that is public is to read, as each publication does."

    def handle(self, **options):
        for model in content_models():
            for instance in model.objects.published():
                measuring.measure(instance)
