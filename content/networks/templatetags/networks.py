from django import template

from content.networks.models import Network

register = template.Library()


@register.inclusion_tag("networks/_network_list.html")
def network_list():
    """The city networks that Copenhagen is a member of."""
    return {"networks": Network.objects.published()}
