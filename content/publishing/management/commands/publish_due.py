from django.core.management.base import BaseCommand
from django.utils import timezone

from content.publishing.plans import carry_out_due
from content.publishing.plans.watch import nap, watch


class Command(BaseCommand):
    help = "Publish and withdraw what is planned for a moment that has come."

    def add_arguments(self, parser):
        parser.add_argument(
            "--watch", action="store_true", help="go on, and do so whenever something is due"
        )

    def handle(self, **options):
        if options["watch"]:
            watch(self.tell, self.complain, nap)
        else:
            for plan in carry_out_due(timezone.now()):
                self.tell(plan)

    def tell(self, plan):
        """In English as all that operators read, so the titles alone are the editors'."""
        if plan.done_at:
            self.stdout.write(f"Carried out: {plan}")
        else:
            self.stderr.write(f"Failed: {plan}\n{plan.failure}")
        self.stdout.flush()

    def complain(self, error):
        reason = str(error).strip().partition("\n")[0]
        self.stderr.write(f"The database does not answer ({reason}). Trying again.")
