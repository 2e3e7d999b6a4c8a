"""How hard a text is to read is measured once, when it is published."""

from django.dispatch import receiver

from . import measuring
from .signals import published, withdrawn


@receiver(published)
def measure(sender, instance, **kwargs):
    measuring.measure(instance)


@receiver(withdrawn)
def forget(sender, instance, **kwargs):
    measuring.forget(instance)
