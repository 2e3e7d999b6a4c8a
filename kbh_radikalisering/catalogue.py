"""The municipality's open data as a DCAT catalogue (DCAT-AP-DK 2.1.0), for data portals."""

from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from content.site.models import SiteSettings
from content.statistics import dcat
from content.statistics.dataset import in_each_language, texts
from content.statistics.figures import published_figures
from content.statistics.open_data import open_data


@open_data
def catalogue(request):
    """Without the site's settings there is no publisher, and so no catalogue."""
    site = get_object_or_404(SiteSettings.objects.published())
    return JsonResponse(
        {"@context": dcat.CONTEXT} | catalogue_of(site, published_figures()),
        content_type="application/ld+json",
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )


def catalogue_of(site, years):
    return {
        "@id": settings.SITE_URL + reverse("catalogue"),
        "@type": "dcat:Catalog",
        "dct:title": in_each_language(lambda: _("Open data from “%s”") % site.site_name),
        "dct:description": in_each_language(
            lambda: _("The figures that %s publishes on this site.") % site.organisation
        ),
        "dct:publisher": publisher(site),
        "dct:language": dcat.LANGUAGES,
        "dct:spatial": dcat.location(),
        "dcat:themeTaxonomy": dcat.THEMES,
        "foaf:homepage": {"@id": f"{settings.SITE_URL}/", "@type": "foaf:Document"},
        "dcat:dataset": dcat.dataset(years, {"@id": publisher_id()}, contact_point(site)),
        **dcat.dates(years),
    }


def publisher_id():
    return f"{settings.SITE_URL}/#publisher"


def publisher(site):
    return {
        "@id": publisher_id(),
        "@type": "foaf:Agent",
        "foaf:name": texts(site, "organisation"),
    }


def contact_point(site):
    contact = {
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": texts(site, "organisation"),
        "vcard:hasURL": {"@id": site.website or f"{settings.SITE_URL}/"},
    }
    if site.phone:
        contact["vcard:hasTelephone"] = {"@id": f"tel:{site.phone.as_e164}"}
    return contact
