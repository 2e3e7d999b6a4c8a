from django import template

from content.publishing import addresses
from content.publishing.latest import latest_notes
from content.publishing.models import UpdateNote

register = template.Library()

ON_THE_FRONT_PAGE = 3


@register.inclusion_tag("publishing/_updates_of.html")
def updates_of(instance):
    """What has changed in the object of a page, the newest first."""
    return {"notes": UpdateNote.objects.filter(**addresses.key(instance))}


@register.inclusion_tag("publishing/_latest_updates.html")
def latest_updates():
    """The latest changes anywhere, with the way to the rest."""
    return {"notes": latest_notes()[:ON_THE_FRONT_PAGE]}
