"""The index follows the publications, in their transaction."""

from django.dispatch import receiver

from content.publishing.signals import published, withdrawn

from . import index


@receiver(published)
def add_to_index(sender, instance, **kwargs):
    index.add(instance)


@receiver(withdrawn)
def remove_from_index(sender, instance, **kwargs):
    index.remove(instance)
