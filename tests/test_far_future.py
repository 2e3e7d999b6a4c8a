"""After 19 January 2038, when seconds no longer fit into 32 bits."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from content.pages.models import Page
from content.publishing.models import UpdateNote

from .editors import add, change

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@pytest.fixture
def in_2038(clock):
    clock.at = datetime(2038, 2, 1, 12, tzinfo=COPENHAGEN)
    return clock


def test_a_publication_is_dated_and_fed_on(client, in_2038, home, page, publisher):
    change(publisher, page, "_publish", title_da="Ny", update_note_da="Noget er nyt.")

    assert UpdateNote.objects.get().published_at == in_2038.at
    feed, sitemap = (
        client.get(path).content.decode()
        for path in ["/opdateringer/feed.atom", "/sitemap.xml"]
    )
    dates = re.findall("<updated>([^<]*)", feed) + re.findall("<lastmod>(2038[^<]*)", sitemap)
    assert {datetime.fromisoformat(date) for date in dates} == {in_2038.at}


def test_what_is_planned_goes_out_at_its_time(client, in_2038, home, publisher):
    add(publisher, Page, "_schedule", title_da="N", slug="n", publish_at=in_2038.typed(hours=1))
    before = client.get("/n/").status_code
    in_2038.move(hours=1)

    assert (before, client.get("/n/").status_code) == (404, 200)


def test_whoever_is_signed_in_stays_so(in_2038, publisher):
    assert publisher.get("/admin/").status_code == 200
    assert timezone.now().year == 2038
