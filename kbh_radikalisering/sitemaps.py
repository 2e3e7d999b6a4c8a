"""
Every public page for search engines, with its translation where there is one.

https://www.sitemaps.org/protocol.html: one file as long as all fits in it, beyond that a
list of files. django.contrib.sitemaps reads whole objects and asks for one address at a
time, which takes sixteen seconds with 20,000 pages.
"""

from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from content.publishing.languages import DEFAULT

from .sitemap_entries import IN_A_FILE, KINDS, all_entries, lists

SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
LISTS = "lister"


@require_safe
def sitemap(request):
    files = {name: kind.files() for name, kind in KINDS.items()}
    if sum(size for found in files.values() for size, _changed in found.values()) > IN_A_FILE:
        return as_files(files)
    return as_urls(all_entries())


@require_safe
def sitemap_file(request, kind, number):
    entries = file_entries(kind, number)
    if not entries:
        raise Http404
    return as_urls(entries)


def file_entries(kind, number):
    if (kind, number) == (LISTS, 0):
        return lists()
    return KINDS[kind].file(number) if kind in KINDS else []


def as_files(files):
    lines = [
        f"<sitemap><loc>{file_address(name, number)}</loc>{lastmod(changed)}</sitemap>"
        for name, found in files.items()
        for number, (_size, changed) in found.items()
    ]
    lines.append(f"<sitemap><loc>{file_address(LISTS, 0)}</loc></sitemap>")
    return as_xml(f'<sitemapindex xmlns="{SCHEMA}">', lines, "</sitemapindex>")


def file_address(kind, number):
    return settings.SITE_URL + reverse("sitemap_file", args=[kind, number])


def as_urls(entries):
    beginnings = roots()
    lines = [line for entry in entries for line in urls(entry, beginnings)]
    return as_xml(f'<urlset xmlns="{SCHEMA}" xmlns:xhtml="{XHTML}">', lines, "</urlset>")


def roots():
    """Where each language begins, without the last slash."""
    found = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found[code] = settings.SITE_URL + reverse("pages:home").removesuffix("/")
    return found


def urls(entry, roots):
    """A line for each language, which names them all."""
    path = escape(entry.path)
    addresses = {
        code: f"{root}{path}"
        for code, root in roots.items()
        if code == DEFAULT or entry.is_translated
    }
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{address}"/>'
        for code, address in [*addresses.items(), ("x-default", addresses[DEFAULT])]
    )
    for address in addresses.values():
        yield f"<url><loc>{address}</loc>{lastmod(entry.changed)}{alternates}</url>"


def lastmod(changed):
    return f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>" if changed else ""


def as_xml(first, lines, last):
    text = "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', first, *lines, last])
    return HttpResponse(text, content_type="application/xml")
