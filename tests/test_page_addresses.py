"""Where pages may stand, and what is said when they may not."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from content.pages.models import Page
from content.pages.reserved import is_reserved
from content.publishing import door
from content.publishing.models import Address
from content.search.models import SearchEntry


def draft(slug, parent=None, kind="article"):
    return Page(slug=slug, parent=parent, kind=kind, title_da=slug.capitalize() or "Forside")


def published(slug, parent=None):
    page = draft(slug, parent)
    page.full_clean()
    door.publish(page)
    return page


def refusal(page):
    """The field to be changed and what is said there, as in the form, which has no path."""
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        page.full_clean(exclude=["path"])
    return {field: messages[0] for field, messages in refused.value.message_dict.items()}


def family(depth):
    """Pages below one another, the highest first."""
    pages = []
    for level in range(depth):
        pages.append(published(f"niveau-{level + 1}", pages[-1] if pages else None))
    return pages


@pytest.mark.parametrize("slug", ["strategi", "handleplaner", "administration", "s", "enhed"])
def test_a_page_may_have_any_free_address(db, slug):
    page = published(slug)

    assert page.path == f"/{slug}/"


@pytest.mark.parametrize(
    "slug",
    [
        "admin",
        "en",
        "da",
        "static",
        "soeg",
        "dokumenter",
        "data",
        "netvaerk",
        "statistik",
        "raadgivning",
        "opdateringer",
        "was",
        "sundhed",
    ],
)
def test_a_page_cannot_stand_where_the_site_itself_answers(db, slug):
    message = f"The site itself uses /{slug}/. Choose another address."

    assert refusal(draft(slug)) == {"slug": message}


def test_a_page_cannot_stand_where_a_network_would(db):
    networks = draft("netvaerk", kind="networks")
    door.publish(networks)

    assert list(refusal(draft("nordic-safe-cities", networks))) == ["slug"]


def test_a_page_may_stand_below_the_page_of_advice(db):
    advice = draft("raadgivning", kind="advice")
    door.publish(advice)

    assert published("foraeldre", advice).path == "/raadgivning/foraeldre/"


@pytest.mark.parametrize("kind", ["home", "networks", "statistics", "advice"])
def test_pages_of_a_fixed_kind_stand_at_their_address(db, kind):
    page = draft(Page.FIXED[kind].strip("/"), kind=kind)

    page.full_clean()

    assert page.path == Page.FIXED[kind]


def test_a_page_of_a_fixed_kind_cannot_be_renamed(db):
    assert refusal(draft("tal", kind="statistics")) == {
        "slug": "A page of this kind has the address “statistik”."
    }


def test_a_page_of_a_fixed_kind_cannot_be_moved(page):
    assert refusal(draft("statistik", page, kind="statistics")) == {
        "parent": "A page of this kind can't be moved."
    }


def test_a_fixed_page_that_becomes_an_article_needs_another_address(db):
    page = draft("statistik", kind="statistics")
    door.publish(page)
    page.kind = "article"

    assert list(refusal(page)) == ["slug"]


def test_a_page_needs_an_address(db):
    assert refusal(draft("")) == {"slug": "Write an address for the page."}


def test_two_pages_cannot_have_one_address(page):
    assert refusal(draft("strategi"))["slug"] == (
        "The page “Strategy” has this address already."
    )


def test_pages_below_different_pages_may_share_the_last_part(page):
    assert published("strategi", page).path == "/strategi/strategi/"


def test_a_page_keeps_its_own_address(page):
    page.full_clean()

    assert page.path == "/strategi/"


@pytest.mark.parametrize("level", [0, 1, 2])
def test_a_page_cannot_be_placed_below_itself(db, level):
    pages = family(3)
    pages[0].parent = pages[level]

    assert refusal(pages[0]) == {"parent": "A page can't be placed below itself."}


def test_pages_are_six_levels_deep_at_most(db):
    pages = family(6)

    assert refusal(draft("niveau-7", pages[-1])) == {
        "parent": "Pages can be 6 levels deep at most. Place it higher up."
    }


def test_a_page_takes_those_below_it_along_when_its_depth_is_counted(db):
    pages = family(3)
    other = published("andet")
    for slug in "abc":
        other = published(slug, other)
    pages[0].parent = other

    assert list(refusal(pages[0])) == ["parent"]


def test_the_deepest_page_with_the_longest_slugs_has_room_for_its_address(db):
    page = None
    for letter in "abcdef":
        page = published(letter * 80, page)

    assert len(Page.objects.get(pk=page.pk).path) == 6 * 81 + 1


# Moving


def test_a_danish_address_may_begin_as_a_language_code_does(client, db):
    published("en-tryg-by")

    response = client.get("/en-tryg-by/")

    assert (response.status_code, response["Content-Language"]) == (200, "da")


def test_those_below_a_moved_page_move_with_it_and_leave_a_redirect(client, db):
    pages = family(3)
    pages[0].slug = "nyt"

    door.publish(pages[0])

    response = client.get("/niveau-1/niveau-2/niveau-3/")
    assert (response.status_code, response["Location"]) == (301, "/nyt/niveau-2/niveau-3/")


def test_an_unpublished_page_below_a_moved_one_moves_without_an_address(db):
    parent = published("foer")
    child = draft("kladde", parent)
    child.save()
    parent.slug = "efter"

    door.publish(parent)

    child.refresh_from_db()
    assert child.path == "/efter/kladde/"
    assert set(Address.objects.values_list("path", flat=True)) == {"/foer/", "/efter/"}


def test_the_pages_below_an_address_are_those_whose_addresses_go_on_from_it(db):
    for slug in ["a", "A", "a-b", "ab", "a_c", "a0"]:
        published("under", published(slug))

    assert [page.path for page in Page.objects.below("/a/")] == ["/a/under/"]


def test_a_search_leads_to_those_below_a_moved_page_in_each_language(db):
    pages = family(2)
    pages[0].slug = "nyt"

    door.publish(pages[0])

    entries = SearchEntry.objects.filter(object_id=pages[1].pk).order_by("language")
    assert [entry.url for entry in entries] == ["/nyt/niveau-2/", "/en/nyt/niveau-2/"]


def test_a_page_that_moves_back_takes_those_below_it_along(client, db):
    pages = family(2)
    for slug in ["nyt", "niveau-1"]:
        pages[0].slug = slug
        door.publish(pages[0])

    response = client.get("/nyt/niveau-2/")
    assert (response.status_code, response["Location"]) == (301, "/niveau-1/niveau-2/")
    assert client.get("/niveau-1/niveau-2/").context["page"] == pages[1]


def cost(change, below):
    """The queries of `change` made to a page that so many pages are below."""
    page = published(f"med-{below}")
    for number in range(below):
        published(f"under-{number}", page)
    change(page)
    with CaptureQueriesContext(connection) as captured:
        door.publish(page)
    return len(captured)


def moving(page):
    page.slug = f"nu-{page.slug}"


@pytest.mark.parametrize("change", [lambda page: None, moving], ids=["stays", "moves"])
def test_a_publication_costs_the_same_however_many_pages_are_below(db, change):
    assert cost(change, 1) == cost(change, 4)


def test_two_pages_can_swap_addresses_by_way_of_a_third(client, db):
    first, second = published("en-plan"), published("to-plan")
    for page, slug in [(first, "imens"), (second, "en-plan"), (first, "to-plan")]:
        page.slug = slug
        page.full_clean()
        door.publish(page)

    assert list(Address.objects.values_list("path", "object_id", "is_current")) == [
        ("/en-plan/", second.pk, True),
        ("/imens/", first.pk, False),
        ("/to-plan/", first.pk, True),
    ]


def test_a_page_may_take_an_address_that_another_has_left(client, db):
    first = published("foer")
    first.slug = "efter"
    door.publish(first)

    second = published("foer")

    assert Address.objects.get(path="/foer/").target == second


@pytest.mark.parametrize("path", ["/foer/", "/strategi/en/", "/adm/", "/raadgivning/admin/"])
def test_other_addresses_are_free(path):
    assert is_reserved(path) is False
