"""
What each public page weighs and how often it asks the database: python -m tests.measure

Prints the table that docs/measurements.md shows, of a site of its own with the initial
content on SQLite.
"""

import os
import re
import sys
import tempfile
import uuid
from pathlib import Path

from tests.started import started

UNLISTED = ["/soeg/?q=henvendelse", "/soeg/?q=xyzzy", "/raadgivning/kort/", "/findes-ikke/"]
BROWSER = {"Accept-Encoding": "gzip, deflate, br", "Accept-Language": "da"}
LISTED = re.compile(r"<loc>http://[^/]+(/[^<]*)</loc>")
STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
HEADINGS = [
    "Page",
    "HTML, Danish",
    "HTML, English",
    "With CSS",
    "Queries",
    "First of an edition",
]


def main():
    with tempfile.TemporaryDirectory() as folder, started(Path(folder)) as site:
        start_django(folder, site.port)
        css = sum(weight(site, address) for address in stylesheets(site))
        rows = [row(site, path, css) for path in public_pages(site)]
    sys.stdout.write(f"The stylesheet: {css:,} bytes.\n\n{table(rows)}")


def start_django(data_dir, port):
    """This process looks into the database of the site that another one serves."""
    os.environ |= {
        "DATA_DIR": data_dir,
        "PORT": str(port),
        "DJANGO_SETTINGS_MODULE": "kbh_radikalisering.settings",
    }
    import django

    django.setup()


def public_pages(site):
    """In Danish: those of the sitemap, and those that it leaves out on purpose."""
    listed = LISTED.findall(site.get("/sitemap.xml").text)
    return sorted(path for path in set(listed) if not path.startswith("/en/")) + UNLISTED


def stylesheets(site):
    return STYLESHEET.findall(site.get("/").text)


def weight(site, path):
    """The bytes on the wire, without the headers, as a browser asks for them."""
    response = site.get(path, **BROWSER)
    encoding = response.getheader("Content-Encoding")
    if encoding != "br":
        raise SystemExit(f"{path} came as {encoding}, not as br.")
    return len(response.body)


def row(site, path, css):
    danish, english = weight(site, path), weight(site, f"/en{path}")
    start_an_edition()
    first = queries(path)
    return [f"`{path}`", danish, english, max(danish, english) + css, queries(path), first]


def start_an_edition():
    from content.publishing.models import Edition

    Edition.objects.update(key=uuid.uuid4())


def queries(path):
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        Client(HTTP_HOST="127.0.0.1").get(path)
    return len(captured)


def table(rows):
    lines = [HEADINGS, ["---", *["---:"] * (len(HEADINGS) - 1)], *rows]
    return "".join(f"| {' | '.join(map(cell, line))} |\n" for line in lines)


def cell(value):
    return f"{value:,}" if isinstance(value, int) else value


if __name__ == "__main__":
    main()
