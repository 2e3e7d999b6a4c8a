"""Every public page for search engines, with its translation where there is one."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from content.networks.models import Network
from content.pages.models import Page
from content.publishing.languages import untranslated


class SiteSitemap(Sitemap):
    i18n = True
    alternates = True
    x_default = True

    def get_protocol(self, protocol=None):
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site=None):
        """The site's own name, not what the visitor called it."""
        return urlsplit(settings.SITE_URL).netloc


class PublishedSitemap(SiteSitemap):
    def get_languages_for_item(self, item):
        return [code for code, _name in settings.LANGUAGES if not untranslated(item, code)]

    def lastmod(self, item):
        return item.last_updated_at


class PageSitemap(PublishedSitemap):
    def items(self):
        return Page.objects.published()


class NetworkSitemap(PublishedSitemap):
    def items(self):
        return Network.objects.published()


class ListSitemap(SiteSitemap):
    """Pages that are made of others."""

    def items(self):
        return ["updates"]

    def location(self, item):
        return reverse(item)


SITEMAPS = {"pages": PageSitemap, "networks": NetworkSitemap, "lists": ListSitemap}
