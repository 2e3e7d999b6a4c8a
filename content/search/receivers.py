"""The index follows the publications, in their transaction."""

from django.dispatch import receiver

from content.publishing.signals import moved, published, withdrawn

from . import index


@receiver(published)
def add_to_index(sender, instance, **kwargs):
    index.add(instance)


@receiver(moved)
def move_in_index(sender, instances, **kwargs):
    index.move(instances)


@receiver(withdrawn)
def remove_from_index(sender, instance, **kwargs):
    index.remove(instance)
