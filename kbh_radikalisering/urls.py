from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from content.pages.views import page_detail
from kbh_radikalisering.catalogue import catalogue

urlpatterns = [
    path("admin/", admin.site.urls),
    # Data files hold both languages at one address.
    path("", include("content.statistics.urls")),
    path("data/catalog.jsonld", catalogue, name="catalogue"),
    *i18n_patterns(
        path("", include("content.advice.urls")),
        path("", include("content.networks.urls")),
        # Pages of a fixed kind, named so that other apps can link to them.
        path("raadgivning/", page_detail, {"path": "raadgivning/"}, name="advice"),
        path("netvaerk/", page_detail, {"path": "netvaerk/"}, name="networks"),
        path("statistik/", page_detail, {"path": "statistik/"}, name="statistics"),
        # Last: every other address may be a page's.
        path("", include("content.pages.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "kbh_radikalisering.errors.bad_request"
handler500 = "kbh_radikalisering.errors.server_error"
