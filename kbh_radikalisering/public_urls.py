"""What the public can read: all that a preview shows, and nothing but it."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from content.pages.views import page_detail
from content.publishing.views import UpdateList
from kbh_radikalisering import feeds, well_known
from kbh_radikalisering.catalogue import catalogue
from kbh_radikalisering.sitemaps import sitemap, sitemap_file

urlpatterns = [
    # Data files hold both languages at one address.
    path("", include("content.statistics.urls")),
    path("data/catalog.jsonld", catalogue, name="catalogue"),
    # For machines.
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<slug:kind>-<int:number>.xml", sitemap_file, name="sitemap_file"),
    path("robots.txt", well_known.robots, name="robots"),
    path(".well-known/security.txt", well_known.security, name="security"),
    # The address that the law asks for, in one language.
    path("was", well_known.accessibility_statement, name="accessibility_statement"),
    *i18n_patterns(
        path("", include("content.advice.urls")),
        path("", include("content.networks.urls")),
        path("", include("content.search.urls")),
        path("opdateringer/", UpdateList.as_view(), name="updates"),
        path("opdateringer/feed.atom", feeds.updates, name="updates_feed"),
        # Pages of a fixed kind, named so that other apps can link to them.
        path("raadgivning/", page_detail, {"path": "raadgivning/"}, name="advice"),
        path("netvaerk/", page_detail, {"path": "netvaerk/"}, name="networks"),
        path("statistik/", page_detail, {"path": "statistik/"}, name="statistics"),
        # Last: every other address may be a page's.
        path("", include("content.pages.urls")),
        prefix_default_language=False,
    ),
]

handler404 = "kbh_radikalisering.errors.not_found"
