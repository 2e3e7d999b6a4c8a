from django.conf import settings
from django.urls import reverse


def organisation(site):
    """Who is responsible for the site, as a schema.org GovernmentOrganization."""
    about = {
        "@type": "GovernmentOrganization",
        "@id": f"{settings.SITE_URL}/#organisation",
        "name": site.organisation,
        "url": site.website or settings.SITE_URL + reverse("pages:home"),
        "telephone": site.phone and site.phone.as_e164,
        "vatID": site.cvr and f"DK{site.cvr}",
        "address": address(site),
    }
    return {name: value for name, value in about.items() if value}


def address(site):
    """Empty as long as no part of it is known."""
    parts = {
        "streetAddress": site.street,
        "postalCode": site.postal_code,
        "addressLocality": site.city,
    }
    known = {name: value for name, value in parts.items() if value}
    return known and {"@type": "PostalAddress", **known, "addressCountry": "DK"}


def website(site):
    return {
        "@type": "WebSite",
        "@id": f"{settings.SITE_URL}/#website",
        "name": site.site_name,
        "url": settings.SITE_URL + reverse("pages:home"),
        "publisher": {"@id": f"{settings.SITE_URL}/#organisation"},
    }
