import logging

import pytest
from django.apps import apps
from django.core import serializers
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from pytest_django.asserts import assertContains

from content.advice.models import AdviceUnit, HelpLine
from content.pages.models import Page, Recommendation
from content.publishing import door
from content.search import engines
from content.search.models import SearchEntry, Term
from tests.conftest import published


def a_page(slug, title_da, body_da="", title_en="", body_en="", **fields):
    return published(
        Page(
            slug=slug,
            title_da=title_da,
            title_en=title_en,
            body_da=f"<p>{body_da}</p>" if body_da else "",
            body_en=f"<p>{body_en}</p>" if body_en else "",
            **fields,
        )
    )


def search(client, query, language="da", **parameters):
    with translation.override(language):
        return client.get(reverse("search"), {"q": query, **parameters})


def titles(client, query, language="da"):
    response = search(client, query, language)
    return [result.entry.title for result in response.context["results"]]


@pytest.fixture
def pages(site_settings):
    a_page(
        "tal",
        "Tallene",
        "I 2014 kom der 60 bekymringshenvendelser.",
        "The figures",
        "In 2014 there were 60 referrals of concern.",
    )
    a_page(
        "raad",
        "Rådgivning",
        "Pædagoger i København kan få råd om mistrivsel.",
        "Advice",
        "Childcare workers can get advice. Prevention is better than cure.",
    )
    a_page("kun-dansk", "Handleplanen", "Indsatserne beskrives.")


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("bekymringshenvendelser", "Tallene"),
        ("Bekymringshenvendelsen", "Tallene"),
        ("henvendelse", "Tallene"),
        ("henvendelserne", "Tallene"),
        ("bekymring", "Tallene"),
        ("pædagog", "Rådgivning"),
        ("paedagogen", "Rådgivning"),
        ("raadgivning", "Rådgivning"),
        ("rådgivningen", "Rådgivning"),
        ("koebenhavn", "Rådgivning"),
        ("København", "Rådgivning"),
        ("kobenhavn", "Rådgivning"),
        ("mistirvsel", "Rådgivning"),
        ("mistrivseel", "Rådgivning"),
        ("mistrivel", "Rådgivning"),
        ("mistrivzel", "Rådgivning"),
        ("handleplaner", "Handleplanen"),
        ("plan", "Handleplanen"),
        ("60 henvendelser i 2014", "Tallene"),
        ("2014 60 henvendelser", "Tallene"),
    ],
)
def test_a_danish_word_finds_its_inflections_compounds_and_slips(client, pages, query, title):
    assert titles(client, query) == [title]


def test_all_words_must_be_there(client, pages):
    assert titles(client, "henvendelser pædagoger") == []


def test_a_word_with_many_compounds_leaves_room_for_those_of_another(client, site_settings):
    letters = "abcdfghijklmo"
    compounds = " ".join(f"plan{one}{two}" for one in letters for two in letters)
    a_page("en", "En", compounds)
    a_page("to", "To", compounds)
    a_page("tre", "Tre", "En plan for bekymringshenvendelser.")

    assert titles(client, "plan henvendelse") == ["Tre"]


def test_an_ending_is_no_compound(client, pages):
    a_page("v", "Vurdering")

    assert titles(client, "ring") == []


@pytest.mark.parametrize(
    ("query", "title"),
    [("referral", "The figures"), ("preventing", "Advice"), ("Workers", "Advice")],
)
def test_english_words_are_found_by_english_rules(client, pages, query, title):
    assert titles(client, query, "en") == [title]


def test_english_does_not_take_words_for_compounds(client, pages):
    # "event" would else find every page on prevention.
    assert titles(client, "event", "en") == []


def test_each_language_finds_its_own_texts(client, pages):
    assert titles(client, "referrals") == []
    assert titles(client, "bekymringshenvendelser", "en") == []


def test_danish_stands_in_for_a_missing_translation_and_is_marked(client, pages):
    response = search(client, "indsats", "en")

    assert titles(client, "indsats", "en") == ["Handleplanen"]
    assertContains(response, '<h2 lang="da"><a href="/en/kun-dansk/">Handleplanen</a></h2>')
    assertContains(response, '<p lang="da"><mark>Indsatserne</mark> beskrives.</p>')


def test_what_is_translated_is_not_marked_as_danish(client, pages):
    assertContains(search(client, "figures", "en"), "<h2><a")


@pytest.mark.parametrize(
    "query",
    [
        "33172929",
        "33 17 29 29",
        "33-17-29-29",
        "+45 33 17 29 29",
        "0045-33172929",
        "004533172929",
        "ring 33 17 29 29",
    ],
)
def test_a_unit_is_found_by_its_number_in_every_spelling(client, site_settings, query):
    unit = AdviceUnit(name_da="Rådgivningen", summary_da="Ring til os")
    unit.save()
    unit.phone_numbers.create(number="+4533172929")
    published(unit)

    assert titles(client, query) == ["Rådgivningen"]
    assert titles(client, "33172928") == []


def test_a_help_line_is_found_by_its_short_number(client, site_settings, help_line):
    assert titles(client, "112") == ["Alarm 112"]
    assert titles(client, "114") == []


def test_a_help_line_is_found_by_its_long_number(client, site_settings):
    published(HelpLine(name_da="Hotline", situation_da="Tvivl", number="+45 41 74 90 90"))

    assert titles(client, "41749090") == ["Hotline"]
    assert titles(client, "0045 4174 9090") == ["Hotline"]


def test_titles_come_before_texts(client, site_settings):
    a_page("a", "En", "strategi " * 50)
    a_page("b", "Strategi")
    a_page("c", "To", "strategi")

    assert titles(client, "strategi")[0] == "Strategi"
    assert sorted(titles(client, "strategi")) == ["En", "Strategi", "To"]


def test_the_hits_are_counted_in_words_of_the_right_number(client, pages):
    assertContains(search(client, "referrals", "en"), "1 result\n")
    a_page("x", "Henvisning", title_en="Referral")
    assertContains(search(client, "referrals", "en"), "2 results\n")


def test_a_word_in_title_and_text_is_highlighted(client, site_settings):
    a_page("x", "Råd til dig", "Få gode råd.")

    response = search(client, "raad")

    assertContains(response, '<a href="/x/"><mark>Råd</mark> til dig</a>')
    assertContains(response, "<p>Få gode <mark>råd</mark>.</p>")


def test_common_words_alone_are_looked_for_in_titles(client, site_settings):
    a_page("om", "Om os", "Vi er her.")
    a_page("to", "Hvem", "Om os og om jer.")

    assert titles(client, "om os") == ["Om os"]
    assert titles(client, "vi er her") == []


def test_a_withdrawn_page_is_not_found(client, site_settings):
    page = a_page("x", "Handleplan")

    door.withdraw(page)

    assert titles(client, "handleplan") == []


def test_a_changed_page_is_found_by_what_it_says_now(client, site_settings):
    page = a_page("x", "Handleplan")
    page.title_da = "Strategi"

    door.publish(page)

    assert titles(client, "handleplan") == []
    assert titles(client, "strategi") == ["Strategi"]


def test_a_page_that_is_only_saved_is_found_by_what_is_published(client, site_settings):
    Page(slug="kladde", title_da="Hemmelig").save()

    assert titles(client, "hemmelig") == []


def test_words_that_stand_nowhere_any_more_are_forgotten(site_settings):
    page = a_page("x", "Handlepaln", "Den ny")
    page.title_da = "Handleplan"
    door.publish(page)
    assert not Term.objects.filter(word__contains="handlepaln").exists()

    door.delete(page)

    assert [Term.objects.count(), SearchEntry.objects.count()] == [0, 0]
    assert lexeme_rows() == 0


def test_only_the_words_that_came_or_went_are_counted_anew(site_settings):
    page = a_page("x", "Handleplan", "Den gamle")
    page.body_da = "<p>Den ny</p>"

    with CaptureQueriesContext(connection) as queries:
        door.publish(page)

    (written,) = [sql for sql in sql_of(queries) if sql.startswith('INSERT INTO "search_term"')]
    assert "dada_ny" in written
    assert "dada_handleplan" not in written
    assert not Term.objects.filter(word="dada_gamle").exists()


def sql_of(queries):
    return [query["sql"] for query in queries]


def lexeme_rows():
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM search_lexemes")
        return cursor.fetchone()[0]


@pytest.mark.parametrize("state", [Page.State.UNPUBLISHED, Page.State.WITHDRAWN])
def test_a_page_that_left_the_site_by_another_way_than_the_door_is_not_shown(
    client, site_settings, state
):
    page = a_page("x", "Handleplan")
    Page.objects.filter(pk=page.pk).update(state=state)

    assert titles(client, "handleplan") == []


def test_a_page_that_was_deleted_by_another_way_than_the_door_is_not_shown(
    client, site_settings
):
    page = a_page("x", "Handleplan")
    Page.objects.filter(pk=page.pk).delete()

    assert titles(client, "handleplan") == []


def test_what_stands_on_a_withdrawn_page_is_not_shown(client, site_settings):
    page = a_page("anbefalinger", "Anbefalinger", kind="recommendations")
    recommendation = published(Recommendation(page=page, title_da="Mentorer"))
    assert titles(client, "mentor") == ["Mentorer"]

    door.withdraw(page)
    assert titles(client, "mentor") == []

    door.publish(page)
    assert titles(client, "mentor") == ["Mentorer"]
    assert recommendation.is_published


def test_the_index_can_be_rebuilt_from_what_is_published(client, pages, help_line):
    entries = SearchEntry.objects.order_by("title").values_list("title", "language")
    before = list(entries)
    terms = dict(Term.objects.values_list("word", "uses"))
    Term.objects.all().delete()
    SearchEntry.objects.all().delete()
    engines.current().clear()

    call_command("rebuild_search_index", verbosity=0)

    assert (
        list(SearchEntry.objects.values_list("title", "language").order_by("title")) == before
    )
    assert dict(Term.objects.values_list("word", "uses")) == terms
    assert titles(client, "henvendelse") == ["Tallene"]


def test_a_search_costs_the_same_few_queries_however_many_it_finds(client, site_settings):
    a_page("en", "Handleplan")
    few = queries_of_a_search(client)
    for each in range(30):
        a_page(f"side-{each}", f"Handleplan {each}")

    many = queries_of_a_search(client)

    assert len(few) == len(many)
    assert len(many) <= 8


def queries_of_a_search(client):
    # What stands on every page is read by the first search.
    search(client, "handleplan")
    with CaptureQueriesContext(connection) as queries:
        search(client, "handleplan")
    return queries.captured_queries


def test_a_slip_costs_one_query_more(client, site_settings):
    a_page("en", "Handleplan")
    right = queries_of_a_search(client)

    with CaptureQueriesContext(connection) as slip:
        search(client, "handlepaln")

    assert len(slip) == len(right) + 1


@pytest.mark.parametrize("search_with", ["find", "find_in_titles"])
def test_an_engine_ranks_no_more_hits_than_asked_for(site_settings, search_with):
    for each in range(5):
        a_page(f"side-{each}", f"Handleplan {each}")

    found = getattr(engines.current(), search_with)([["dada_handleplan"]], 3)

    assert len(set(found)) == 3


def test_results_come_ten_at_a_time(client, site_settings):
    for each in range(12):
        a_page(f"side-{each}", f"Handleplan {each}")

    first = search(client, "handleplan")
    second = search(client, "handleplan", side=2)

    assertContains(first, '<a rel="next" href="/soeg/?q=handleplan&amp;side=2">')
    assertContains(second, '<a rel="prev" href="/soeg/?q=handleplan&amp;side=1">')
    found = [
        result.entry.title
        for response in (first, second)
        for result in response.context["results"]
    ]
    assert sorted(found) == sorted(f"Handleplan {each}" for each in range(12))


@pytest.mark.parametrize(("side", "number"), [("0", 2), ("99", 2), ("x", 1), ("9" * 5000, 1)])
def test_a_page_of_results_that_is_not_there_gives_one_that_is(
    client, site_settings, side, number
):
    for each in range(12):
        a_page(f"side-{each}", f"Handleplan {each}")

    assert search(client, "handleplan", side=side).context["hits"].number == number


def test_what_is_searched_for_is_kept_by_no_cache(client, site_settings):
    assert search(client, "min søn")["Cache-Control"] == "private, no-store"
    assert "Cache-Control" not in search(client, "")


def test_search_engines_do_not_list_results(client, site_settings):
    assertContains(search(client, "plan"), '<meta name="robots" content="noindex">')


def test_a_query_is_neither_stored_nor_logged(client, pages, caplog):
    caplog.set_level(logging.DEBUG)

    search(client, "xylofonkvartet")

    assert "xylofonkvartet" not in caplog.text
    assert [model for model in apps.get_models() if "xylofonkvartet" in rows_of(model)] == []


def rows_of(model):
    return serializers.serialize("json", model._base_manager.all())


def test_only_looking_is_allowed(client, site_settings):
    assert client.post("/soeg/").status_code == 405
