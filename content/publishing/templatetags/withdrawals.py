from django import template

from content.publishing.withdrawals import banner_of

register = template.Library()


@register.inclusion_tag("publishing/_banner.html")
def withdrawal_banner(instance):
    """Why the text below no longer holds, if it has been withdrawn and kept."""
    return {"withdrawal": banner_of(instance)}
