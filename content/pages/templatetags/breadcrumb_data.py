from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from content.publishing.structured_data import as_script

register = template.Library()


@register.simple_tag
def breadcrumbs_jsonld(above, here):
    """The way to the object `here`, as a schema.org BreadcrumbList."""
    steps = [(_("Front page"), reverse("pages:home"))]
    steps += [(str(each), each.get_absolute_url()) for each in [*above, here]]
    return as_script(
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": number,
                    "name": name,
                    "item": settings.SITE_URL + address,
                }
                for number, (name, address) in enumerate(steps, start=1)
            ],
        }
    )
