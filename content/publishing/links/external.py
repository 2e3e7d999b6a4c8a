"""Which public objects lead to which addresses on other sites."""

from content.publishing import addresses
from content.publishing.models import ExternalLink, ExternalLinkUse
from content.publishing.models.external_link import LONGEST_ADDRESS

from . import texts


def take_down(instance):
    """Keep what `instance`, which is public now, leads to."""
    before = forget_uses(instance)
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
    drop_unused(before)


def forget(instance):
    drop_unused(forget_uses(instance))


def forget_uses(instance):
    """The keys of the links that `instance` led to until now."""
    uses = ExternalLinkUse.objects.filter(**addresses.key(instance))
    links = set(uses.values_list("link", flat=True))
    uses.delete()
    return links


def drop_unused(links):
    ExternalLink.objects.filter(pk__in=links, uses__isnull=True).delete()
