from django.core.management.base import BaseCommand

from content.publishing.links.checking.asking import Asker
from content.publishing.links.checking.rounds import go_round
from content.publishing.models import ExternalLink

Status = ExternalLink.Status


class Command(BaseCommand):
    help = "Ask other sites whether what the public texts lead to is still there."

    def add_arguments(self, parser):
        parser.add_argument("--limit", type=int, help="How many links to check at most.")

    def handle(self, *args, limit=None, **options):
        counts = go_round(Asker(), limit)
        self.stdout.write(
            f"{counts.total()} links checked: {counts[Status.OK]} work, "
            f"{counts[Status.CAUTION]} are uncertain, {counts[Status.BROKEN]} are broken."
        )
