"""The benchmark's scratch site is one that an editor could have made."""

import pytest

from content.pages.models import Page
from content.publishing.models import Version
from content.search import index
from content.search.finding import find
from content.search.models import SearchEntry
from tests.bench import content
from tests.bench.texts import Writer

PAGES = 45


@pytest.fixture
def filled(db):
    content.add_pages(Writer(content.SEED), PAGES)
    index.rebuild()


def test_the_texts_are_the_same_for_each_seed():
    first, second = (Writer(7).body("da", "/") for _ in range(2))

    assert first == second
    assert Writer(8).body("da", "/") != first


def test_its_pages_stand_in_a_tree_and_pass_an_editor_s_checks(filled):
    pages = Page.objects.published().order_by("pk")

    for page in pages:
        page.full_clean()
    assert [page.path for page in pages[19:22]] == [
        "/side-20/",
        "/side-1/side-21/",
        "/side-1/side-22/",
    ]
    assert (len(pages), Version.objects.public().count()) == (PAGES, PAGES)


def test_its_pages_are_found(filled):
    page = Page.objects.get(slug="side-45")

    found = SearchEntry.objects.filter(pk__in=find(page.title, "da").entries)
    assert page.title in found.values_list("title", flat=True)


def test_its_pages_are_shown_with_their_links(client, filled):
    page = Page.objects.get(slug="side-45")

    assert b'<a href="/side-' in client.get(page.path).content
