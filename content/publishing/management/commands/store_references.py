from django.core.management.base import BaseCommand
from django.db import transaction

from content.publishing import door
from content.publishing.links import external, internal
from content.publishing.models import Publishable


class Command(BaseCommand):
    help = "Write down what every public text leads to, for a site from before that was done."

    @transaction.atomic
    def handle(self, *args, **options):
        objects = [
            instance for model in Publishable.models() for instance in model.objects.published()
        ]
        for instance in objects:
            # Addresses in its texts become references.
            instance.save()
            internal.take_down(instance)
            external.take_down(instance)
        door.start_edition()
        self.stdout.write(f"{len(objects)} public objects were gone through.")
