"""Publishing from the pages where a text is compared and previewed."""

import pytest
from lxml import html

from content.publishing.models import Version

from .editors import address, change


def preview(page):
    return address(page, "preview", page.pk)


def comparison(page):
    new, old = Version.objects.of(page)[:2]
    return address(page, "compare", page.pk, old.pk, new.pk)


def offer(client, url):
    """Where the button leads, and what it sends; None without one."""
    forms = html.fromstring(client.get(url).text).xpath("//form[@class='offer']")
    return (forms[0].get("action"), dict(forms[0].fields)) if forms else None


both = pytest.mark.parametrize("place", [preview, comparison])


@both
def test_a_draft_is_published_from_where_it_is_looked_at(editor, publisher, page, place):
    change(editor, page, "_draft", title_da="Nyt")
    url, sent = offer(publisher, place(page))

    publisher.post(url, {**sent, "confirmed": "1", "minor_change": "on"})

    page.refresh_from_db()
    assert page.title_da == "Nyt"


@both
def test_what_the_public_is_told_is_asked_first(editor, publisher, page, place):
    change(editor, page, "_draft", title_da="Nyt")
    url, sent = offer(publisher, place(page))

    response = publisher.post(url, sent)

    assert response.context["title"] == "Udgiv"
    page.refresh_from_db()
    assert page.title_da == "Strategi"


@both
def test_a_draft_that_was_not_the_one_looked_at_stays(editor, publisher, page, place):
    change(editor, page, "_draft", title_da="Nyt")
    url, sent = offer(publisher, place(page))
    change(editor, page, "_draft", title_da="Nyere")

    publisher.post(url, {**sent, "confirmed": "1", "minor_change": "on"})

    page.refresh_from_db()
    assert page.title_da == "Strategi"


@both
def test_it_is_not_offered_to_who_may_not(editor, page, place):
    change(editor, page, "_draft", title_da="Nyt")

    assert offer(editor, place(page)) is None


@both
def test_it_is_not_offered_to_the_one_who_wrote_what_asks_for_a_second_pair(
    publisher, page, place
):
    type(page).objects.filter(pk=page.pk).update(needs_second_person=True)
    change(publisher, page, "_draft", title_da="Nyt")

    assert offer(publisher, place(page)) is None


def test_nothing_is_offered_where_all_is_public(publisher, page):
    assert offer(publisher, preview(page)) is None


def test_nothing_is_offered_beside_versions_that_have_passed(editor, publisher, page):
    change(editor, page, "_draft", title_da="Nyt")
    passed = comparison(page)
    change(editor, page, "_draft", title_da="Nyere")

    assert offer(publisher, passed) is None
