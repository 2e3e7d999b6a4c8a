"""The edition says when the next plan is due; whoever changes plans keeps it in step."""

from django.db.models import Min

from content.publishing.models import Edition, Plan


def lock_edition():
    """Until the transaction ends nobody else changes plans, or carries them out."""
    Edition.objects.get_or_create(pk=1)
    return Edition.objects.select_for_update().get(pk=1)


def keep_in_step():
    """For who holds the lock: of two that plan at once the second sees the first's."""
    due_at = Plan.objects.open().aggregate(at=Min("at"))["at"]
    Edition.objects.filter(pk=1).update(due_at=due_at)
