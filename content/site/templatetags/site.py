from django import template
from django.utils.translation import gettext as _

from content.publishing.kept import kept_for_edition
from content.site.models import SiteSettings

register = template.Library()


@register.simple_tag
@kept_for_edition
def site_settings():
    """The published settings; before there are any, the site's name alone."""
    return SiteSettings.objects.published().first() or SiteSettings(
        site_name=_("Preventing radicalisation"), organisation=_("City of Copenhagen")
    )
