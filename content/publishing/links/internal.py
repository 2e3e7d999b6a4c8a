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
def public_addresses():
    """
    Of every object that a public text leads to, the address; None of what isn't public.

    In the active language, by (label, key).
    """
    keys = InternalLink.objects.values_list("to_type", "to_id").distinct()
    wanted = [(label(kind), key) for kind, key in keys]
    found = targets.instances(wanted)
    return {target: public_address(found.get(target)) for target in wanted}


def public_address(instance):
    if instance is None or not instance.is_public:
        return None
    return instance.get_absolute_url()


def addresses_of(wanted):
    """
    The public addresses of the targets `wanted`, as `public_addresses` has them.

    What no public text leads to, but the draft at hand does, is asked for by itself.
    """
    kept = public_addresses()
    others = [target for target in wanted if target not in kept]
    found = targets.instances(others) if others else {}
    return {
        target: kept[target] if target in kept else public_address(found.get(target))
        for target in wanted
    }


def label(content_type_id):
    kind = ContentType.objects.get_for_id(content_type_id)
    return f"{kind.app_label}.{kind.model}"
