"""The tables of links follow the publications, in their transaction."""

from django.dispatch import receiver

from content.publishing.models import Edition
from content.publishing.signals import published, withdrawn

from . import external, internal


@receiver(published)
def take_down_links(sender, instance, **kwargs):
    one_at_a_time()
    internal.take_down(instance)
    external.take_down(instance)


@receiver(withdrawn)
def forget_links(sender, instance, **kwargs):
    one_at_a_time()
    internal.forget(instance)
    external.forget(instance)


def one_at_a_time():
    """Of two who publish at once, one would drop the link that the other begins to use."""
    Edition.objects.select_for_update().first()
