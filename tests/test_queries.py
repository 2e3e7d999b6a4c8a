"""How often each kind of page asks the database: as often for much content as for little."""

from uuid import uuid4

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.advice.models import HelpLine
from content.networks.models import Network
from content.pages.models import Document, Initiative, Page, Recommendation
from content.publishing import door
from content.publishing.models import Edition, Withdrawal
from content.publishing.prose.reference import to
from content.statistics.models import ConcernYear, Definition

from .conftest import published
from .files import pdf

# What a page may cost, the first of an edition and those that come after.
MOST_AT_FIRST, MOST = 8, 6
FEW, MANY = [1], [2, 3, 4]

KINDS = {
    "/": "home",
    "/artikel/": "article",
    "/strategi/": "strategy",
    "/anbefalinger/": "recommendations",
    "/plan/": "action_plan",
    "/netvaerk/": "networks",
    "/statistik/": "statistics",
    "/raadgivning/": "advice",
}
OTHERS = [
    "/netvaerk/by-1/",
    "/opdateringer/",
    "/opdateringer/feed.atom",
    "/soeg/?q=tekst",
    "/soeg/?q=findesikke",
    "/raadgivning/kort/",
    "/statistik.csv",
    "/statistik.json",
    "/data/catalog.jsonld",
    "/sitemap.xml",
    "/findes-ikke/",
    "/erstattet/",
    "/flyttet/",
    "/trukket-tilbage/",
    "/afviklet/",
]
# What the texts lead to beside pages and documents.
TARGETS = ['href="/netvaerk/by-4/"', 'href="/statistik/"', 'href="/raadgivning/#']
ADDRESSES = [*KINDS, "/artikel/under-1/", *OTHERS]


@pytest.fixture
def site(site_settings, advice_unit, help_line):
    pages = [
        published(Page(kind=kind, slug=address.strip("/"), menu="main", title_da=kind))
        for address, kind in KINDS.items()
    ]
    add_what_was(pages[2])
    return pages


def add_what_was(strategy):
    """A policy that is replaced, a page that has moved, and two that are withdrawn."""
    published(Page(slug="erstattet", title_da="E", policy="replaced", replaced_by=strategy))
    moved = published(Page(slug="flyttet", title_da="F"))
    moved.slug = "dertil"
    door.publish(moved)
    for slug, kind in [("trukket-tilbage", "gone"), ("afviklet", "kept")]:
        page = published(Page(slug=slug, title_da="T"))
        told = Withdrawal(kind=kind, reason_da="Ældet")
        door.withdraw(page, withdrawal=told)


def fill(pages, numbers):
    """Give the site one of everything for each of `numbers`, each on every page."""
    for number in numbers:
        network = published(
            Network(
                name=f"By {number}",
                slug=f"by-{number}",
                description_da=text_leading_to(*pages, *Recommendation.objects.all()),
            )
        )
        network.cities.create(name_da=f"By {number}")
        definition = published(
            Definition(name_da=f"D{number}", referrals_da="R", interventions_da="I")
        )
        year = published(
            ConcernYear(year=2000 + number, referrals=9, interventions=1, definition=definition)
        )
        for page in pages:
            add_to(page, number, [network, year, *HelpLine.objects.all()])


def text_leading_to(*objects):
    links = "".join(f'<a href="{to(each)}">{each}</a> ' for each in objects)
    return f"<p>Tekst med links: {links}.</p>"


def add_to(page, number, others):
    if page.kind == "home":
        page.body_da = text_leading_to(*others)
        door.publish(page, note_da="Noget nyt.")
        return
    here = {"page": page, "title_da": f"Tekst {number}"}
    document = published(Document(file=ContentFile(pdf(), "fil.pdf"), **here))
    text = page.body_da = text_leading_to(page, document, *others)
    if page.kind == "recommendations":
        published(Recommendation(text_da=text, **here))
    if page.kind == "action_plan":
        initiative = published(Initiative(text_da=text, **here))
        initiative.follows.set(Recommendation.objects.all())
    below = Page(slug=f"under-{number}", parent=page, title_da=here["title_da"], body_da=text)
    published(below)
    door.publish(page, note_da="Noget nyt.")


def queries(client, address):
    """Of the first page of an edition and a process, and of the same page after it."""
    ContentType.objects.clear_cache()
    Edition.objects.update(key=uuid4())
    return [len(asked(client, address)) for _time in range(2)]


def asked(client, address):
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return captured.captured_queries


def costs(client):
    return {address: queries(client, address) for address in ADDRESSES}


def test_a_text_may_lead_to_every_kind_of_content(client, site):
    fill(site, MANY)

    html = client.get("/strategi/").content.decode()

    assert [each for each in TARGETS if each not in html] == []


def test_every_page_asks_as_often_for_much_content_as_for_little(client, site):
    fill(site, FEW)
    few = costs(client)
    fill(site, MANY)
    many = costs(client)

    assert many == few
    assert {address: each for address, each in many.items() if each[0] > MOST_AT_FIRST} == {}
    assert {address: each for address, each in many.items() if each[1] > MOST} == {}
