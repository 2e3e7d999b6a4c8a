from django import template

from content.publishing import addresses
from content.publishing.latest import address_of, front_page_notes, know_addresses_of
from content.publishing.models import UpdateNote

register = template.Library()


@register.inclusion_tag("publishing/_updates_of.html")
def updates_of(instance):
    """What has changed in the object of a page, the newest first."""
    return {"notes": UpdateNote.objects.filter(**addresses.key(instance))}


@register.inclusion_tag("publishing/_latest_updates.html")
def latest_updates():
    """The latest changes anywhere, with the way to the rest."""
    notes = front_page_notes()
    know_addresses_of(notes)
    return {"notes": notes}


@register.filter
def public_address(note):
    return address_of(note)
