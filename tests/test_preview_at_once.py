"""Several people look at drafts at the same time."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from content.pages.models import Page
from content.publishing import door, drafts
from content.publishing.history.snapshot import snapshot
from content.publishing.models import Act, Edition, Version
from content.publishing.preview import links
from content.publishing.preview.past import past
from content.publishing.preview.scene import staged

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


def test_looking_back_disturbs_neither_who_looks_nor_who_publishes():
    pages = [Page(slug=f"side-{number}", title_da="Før") for number in range(5)]
    for page in pages:
        door.publish(page)
    version, at = Version.objects.of(pages[0]).newest(), timezone.now()
    for page in reversed(pages):
        page.title_da = "Så"
        door.publish(page)

    def look(_number):
        try:
            with staged(lambda: past(version, at)):
                return set(Page.objects.exclude(pk=pages[0].pk).values_list("title_da"))
        finally:
            connection.close()

    def publish(number):
        try:
            page = Page.objects.get(pk=pages[number].pk)
            page.title_da = "Nu"
            door.publish(page)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        published = [pool.submit(publish, number) for number in [4, 2, 3, 1]]
        seen = list(pool.map(look, range(8)))
        for each in published:
            each.result()

    assert seen == [{("Før",)}] * 8
    assert [Page.objects.get(pk=page.pk).title_da for page in pages] == ["Så", *["Nu"] * 4]
