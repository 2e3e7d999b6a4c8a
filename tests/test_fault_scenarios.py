"""The eyes of `make faults` see what they are to see."""

from types import SimpleNamespace

import pytest

from tests.faults.invariants import half, lost, stops
from tests.faults.visitor import wrongs

WHOLE = "<title>Prøvetal 7</title><h1>Prøvetal 7</h1><p>Her står Prøvetal 7.</p>"


@pytest.fixture
def editor():
    return SimpleNamespace(drafts=[1, 2], publications=[1, 2])


def test_a_whole_page_is_right():
    assert list(wrongs("/strategi/", WHOLE)) == []


def test_a_page_of_two_publications_is_wrong():
    page = WHOLE.replace("<h1>Prøvetal 7", "<h1>Prøvetal 6")

    assert list(wrongs("/strategi/", page)) == ["/strategi/ shows a half of 6 and a half of 7"]


def test_a_page_with_a_draft_is_wrong():
    assert list(wrongs("/", "<h1>Kladdehemmelighed 7</h1>")) == ["/ shows a draft"]


def test_what_was_said_to_be_saved_and_is_not_there_is_lost(editor):
    versions = [
        ("draft", "Kladdehemmelighed 1"),
        ("draft", "Kladdehemmelighed 2"),
        ("published", "Prøvetal 1"),
        # Written down, but never published.
        ("draft", "Prøvetal 2"),
    ]

    assert list(lost(versions, editor)) == ["the publication 2 was said yes to, and is lost"]


def test_a_title_without_its_text_is_half_a_publication():
    assert list(half(("Prøvetal 2", "<p>Prøvetal 1</p>"))) == [
        "half a publication is stored: title ['2'], text ['1']"
    ]
    assert list(half(("Prøvetal 2", "<p>Prøvetal 2</p>"))) == []


def test_the_longest_wait_of_any_reader_counts():
    readers = [SimpleNamespace(stop=0.4), SimpleNamespace(stop=6.2)]

    assert list(stops(readers, 5)) == ["a reader waited 6.2 s, more than 5 s"]
    assert list(stops(readers, 7)) == []
