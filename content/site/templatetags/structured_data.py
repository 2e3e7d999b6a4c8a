from django import template

from content.publishing.structured_data import as_script
from content.site.structured_data import organisation, website

register = template.Library()


@register.simple_tag
def organisation_jsonld(site):
    """The site and the authority behind it, from the settings `site`."""
    return as_script({"@graph": [organisation(site), website(site)]})
