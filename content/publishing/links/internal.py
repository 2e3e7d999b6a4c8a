"""Which public texts lead to which objects of the site."""

from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch

from content.publishing import addresses, targets
from content.publishing.kept import kept_for_edition
from content.publishing.models import InternalLink, Publishable

from . import texts


def take_down(instance):
    """Keep what `instance`, which is public now, leads to."""
    forget(instance)
    found = texts.references(instance)
    InternalLink.objects.bulk_create(
        InternalLink(
            **addresses.key(instance),
            to_type=ContentType.objects.get_by_natural_key(*label.split(".")),
            to_id=key,
        )
        for label, key in found & targets.instances(found).keys()
    )


def forget(instance):
    InternalLink.objects.filter(**addresses.key(instance)).delete()


def leading_to(instances):
    """The public objects whose texts lead to any of `instances`; one query a model."""
    keys = [addresses.key(instance) for instance in instances]
    if not keys:
        return []
    links = InternalLink.objects.filter(
        to_type=keys[0]["content_type"], to_id__in=[key["object_id"] for key in keys]
    )
    sources = [model.objects.select_related() for model in Publishable.models()]
    found = {
        link.source: None for link in links.prefetch_related(GenericPrefetch("source", sources))
    }
    return [source for source in found if source and source.is_public]


@kept_for_edition
def known_addresses():
    """The addresses that have been asked for in this edition, by (label, key); more come."""
    return {}


def public_address(instance):
    if instance is None or not instance.is_public:
        return None
    return instance.get_absolute_url()


def addresses_of(wanted):
    """
    The addresses of the targets `wanted` in the active language; None of what isn't public.

    Each is asked for once an edition, those that are new by one query.
    """
    known = known_addresses()
    others = [target for target in wanted if target not in known]
    found = targets.instances(others) if others else {}
    known.update({target: public_address(found.get(target)) for target in others})
    return {target: known[target] for target in wanted}
