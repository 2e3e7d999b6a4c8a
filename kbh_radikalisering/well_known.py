"""Files that machines look for at agreed addresses."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from content.pages.models import Page
from content.publishing.plans.middleware import of_no_edition
from content.site.templatetags.site import site_settings

# RFC 9116 recommends less than a year.
SECURITY_TXT_HOLDS = timedelta(days=180)


@of_no_edition
@require_safe
def robots(request):
    """What is made of a search is no page of its own."""
    return plain(
        "User-agent: *",
        "Disallow: /forhaandsvis/",
        "Disallow: /soeg/",
        "Disallow: /en/soeg/",
        "",
        f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}",
    )


@require_safe
def security(request):
    """How to report a flaw (RFC 9116). The standard requires a contact."""
    contact = site_settings().security_contact
    if not contact:
        raise Http404
    midnight = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    return plain(
        f"Contact: mailto:{contact}",
        f"Expires: {midnight + SECURITY_TXT_HOLDS:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: da, en",
        f"Canonical: {settings.SITE_URL}{reverse('security')}",
    )


@require_safe
def accessibility_statement(request):
    """
    The short address that the law asks for.

    To the statement, or to the page about accessibility until there is one.
    """
    statement = site_settings().accessibility_statement_url
    return redirect(
        statement or get_object_or_404(Page.objects.published(), path="/tilgaengelighed/")
    )


def plain(*lines):
    text = "\n".join(lines) + "\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
