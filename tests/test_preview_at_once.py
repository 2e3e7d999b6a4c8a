"""Several people look at drafts at the same time."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from content.pages.models import Page
from content.publishing import door, drafts
from content.publishing.history.snapshot import snapshot
from content.publishing.models import Act, Edition, Version
from content.publishing.preview import links

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite",
        reason="The tests' SQLite is in memory, which is one connection's at a time",
    ),
]


def drafted(slug):
    page = Page(slug=slug, title_da=slug)
    door.publish(page)
    data = snapshot(page)
    data["fields"]["title_da"] = f"{slug} som kladde"
    drafts.keep(page, data)
    return page


def test_previews_do_not_disturb_each_other_or_the_public():
    first, second = drafted("en-side"), drafted("to-sider")
    there = links.share(first, by=None)
    links.add(there, second, by=None)
    back = links.share(second, by=None)
    links.add(back, first, by=None)
    before = Edition.objects.get().key, Version.objects.count(), Act.objects.count()
    mounts = [links.address_of(link).removesuffix("/") for link in [there, back]]
    addresses = [f"{mount}/{slug}/" for mount in mounts for slug in ["en-side", "to-sider"]]
    addresses = [*addresses, "/en-side/", "/to-sider/"] * 4

    def look(url):
        try:
            response = Client().get(url)
            return response.status_code, b"som kladde</h1>" in response.content
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        seen = list(pool.map(look, addresses))

    assert seen == [(200, url.startswith("/forhaandsvis/")) for url in addresses]
    assert before == (Edition.objects.get().key, Version.objects.count(), Act.objects.count())
