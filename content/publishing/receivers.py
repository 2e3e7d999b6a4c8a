"""What follows the publications, in their transaction."""

from django.dispatch import receiver

from . import measuring
from .links import receivers as links  # noqa: F401
from .signals import published, withdrawn


@receiver(published)
def measure(sender, instance, **kwargs):
    measuring.measure(instance)


@receiver(withdrawn)
def forget(sender, instance, **kwargs):
    measuring.forget(instance)
