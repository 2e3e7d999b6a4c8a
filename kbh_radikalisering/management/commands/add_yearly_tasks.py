from django.core.management.base import BaseCommand
from django.db import transaction

from content.publishing.models import YearlyTask
from kbh_radikalisering.initial_content import loader


class Command(BaseCommand):
    help = "Put a new site's yearly tasks in the list of a site that is older than they are."

    @transaction.atomic
    def handle(self, **options):
        """What has been renamed is another task by now; what is there stays as it is."""
        known = set(YearlyTask.objects.values_list("name_da", flat=True))
        new = [
            values
            for values in loader.read("yearly_tasks")["publishing.yearlytask"]
            if values["name_da"] not in known
        ]
        for values in new:
            loader.store(YearlyTask, values)
        self.stdout.write(f"{len(new)} tasks were added.")
