"""Whatever is written in the search field, a page comes back; and every title is found."""

import re

import pytest
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains

from content.pages.models import Page
from content.publishing import door
from content.search.views import LONGEST_QUERY

bounded = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
# All that a browser can send; a lone half of a surrogate pair is no character.
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
# What a title may hold: PostgreSQL refuses NUL, and forms refuse control characters.
a_title = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=60)
signs = "plan \" * NEAR( OR AND NOT title: ( ) : ^ - + ' & | ! <-> \\ % _ -- ; \0"
operators = st.lists(st.sampled_from(signs.split())).map(" ".join)


@pytest.fixture
def page(site_settings):
    page = Page(slug="side", title_da="Handleplan", body_da="<p>OR NEAR plan</p>")
    door.publish(page)
    return page


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "\0",
        "og i det",
        "the and of",
        "?!.,;:-–…",
        "\"'*^()[]{}",
        "NEAR OR AND NOT",
        '"plan',
        "plan*",
        "title:plan",
        "🙂🚨👩‍👧",
        "مرحبا بالعالم",
        "\u202eplan\u202c",
        "a" * 10_000,
        "plan " * 2_000,
        "'; DROP TABLE search_lexemes; --",
        "<script>alert(1)</script>",
        "½ ² ﷺ ﾞ",
    ],
)
@pytest.mark.parametrize("address", ["/soeg/", "/en/soeg/"])
def test_a_silly_query_gets_a_page_with_a_heading_and_a_form(client, page, address, query):
    response = client.get(address, {"q": query})

    assertContains(response, "</h1>", count=1)
    assertContains(response, 'id="query"', count=1)
    assertContains(response, "<script>alert", count=0)
    assertContains(response, "\0", count=0)


def test_without_a_query_the_page_says_what_can_be_found(client, page):
    assertContains(client.get("/en/soeg/"), "Write one or more words.")


def test_a_query_without_hits_gets_help_and_the_way_to_advice(client, page):
    response = client.get("/en/soeg/", {"q": "xyzzy"})

    assertContains(response, 'Nothing was found for <q dir="auto">xyzzy</q>.')
    assertContains(response, 'href="/en/raadgivning/"')


def test_a_long_query_is_cut(client, page):
    response = client.get("/soeg/", {"q": "x" * 10_000})

    assert len(response.context["query"]) == LONGEST_QUERY


def test_bytes_that_are_no_text_get_a_page(client, page):
    assertContains(client.get("/soeg/?q=%ff%fe%00%c3"), "</h1>", count=1)


@bounded
@given(query=st.one_of(anything, operators), side=anything)
def test_any_text_gets_a_page(client, page, query, side):
    assertContains(client.get("/soeg/", {"q": query, "side": side}), "</h1>", count=1)


@bounded
@given(title=a_title, language=st.sampled_from(["da", "en"]))
def test_a_page_is_found_by_each_word_of_its_title(client, page, title, language):
    page.title_da = title
    door.publish(page)

    for word in re.findall(r"[^\W_]+", title):
        with translation.override(language):
            response = client.get(reverse("search"), {"q": word})
        assert [result.entry.object_id for result in response.context["results"]] == [page.pk]


@bounded
@given(body=anything)
def test_any_text_can_be_indexed_and_its_snippet_shown(client, page, body):
    page.body_da = f"<p>xyzzy {body}</p>".replace("\0", "")
    door.publish(page)

    response = client.get("/soeg/", {"q": "xyzzy"})

    assertContains(response, "<mark>xyzzy</mark>", count=1)
