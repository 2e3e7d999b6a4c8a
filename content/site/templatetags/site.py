from django import template
from django.utils.translation import gettext as _

from content.publishing.every_page import on_every_page
from content.publishing.kept import kept_for_edition
from content.site.models import SiteSettings

register = template.Library()


read_settings = on_every_page("settings", SiteSettings.objects.published)


@register.simple_tag
@kept_for_edition
def site_settings():
    """The published settings; before there are any, the site's name alone."""
    return next(iter(read_settings()), None) or SiteSettings(
        site_name=_("Preventing radicalisation"), organisation=_("City of Copenhagen")
    )
