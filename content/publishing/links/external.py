"""Which public objects lead to which addresses on other sites."""

from content.publishing import addresses
from content.publishing.models import ExternalLink, ExternalLinkUse
from content.publishing.models.external_link import LONGEST_ADDRESS

from . import texts


def take_down(instance):
    """Keep what `instance`, which is public now, leads to."""
    uses(instance).delete()
    found = {
        address: names
        for address, names in texts.addresses(instance).items()
        if len(address) <= LONGEST_ADDRESS
    }
    ExternalLink.objects.bulk_create(
        [ExternalLink(url=address) for address in found], ignore_conflicts=True
    )
    ExternalLinkUse.objects.bulk_create(
        ExternalLinkUse(link=link, field=name, **addresses.key(instance))
        for link in ExternalLink.objects.filter(url__in=found)
        for name in sorted(found[link.url])
    )
    drop_unused()


def forget(instance):
    uses(instance).delete()
    drop_unused()


def uses(instance):
    return ExternalLinkUse.objects.filter(**addresses.key(instance))


def drop_unused():
    ExternalLink.objects.filter(uses__isnull=True).delete()
