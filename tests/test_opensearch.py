"""Searching in an OpenSearch, and in the database while that will not do."""

import time

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from content.publishing import door
from content.search import engines
from content.search.elsewhere import server as elsewhere
from content.search.elsewhere import telling
from content.search.finding import find
from content.search.models import SearchEntry, Unsent
from kbh_radikalisering.operation_values import opensearch as address

from .opensearch_server import opensearch
from .test_search import a_page


@pytest.fixture
def server(settings, monkeypatch, transactional_db):
    monkeypatch.setattr(elsewhere.server, "resumes_at", 0.0)
    # The machine may have other work to do.
    for waiting in ["visitor", "editor", "command"]:
        monkeypatch.setattr(elsewhere.server, waiting, 30)
    with opensearch() as (server, url):
        settings.OPENSEARCH = address(url)
        yield server


@pytest.fixture
def full(server, site_settings):
    """It knows of three pages, and has been asked nothing since."""
    telling.mark_all()
    a_page("tal", "Tallene", "I 2014 kom der 60 bekymringshenvendelser.")
    a_page("raad", "Rådgivning om bekymring", "Pædagoger i København kan få råd om mistrivsel.")
    a_page("plan", "Handleplanen", "Om rådgivning, mistrivsel og bekymring.")
    telling.fill()
    server.asked.clear()
    return server


def found(query):
    """The titles, best first."""
    keys = find(query, "da").entries
    titles = SearchEntry.objects.in_bulk(keys)
    return [titles[key].title for key in keys]


def by_the_database(query, settings):
    before, settings.OPENSEARCH = settings.OPENSEARCH, None
    try:
        return sorted(found(query))
    finally:
        settings.OPENSEARCH = before


REFUSED = {"status": 400, "error": {"type": "mapper_parsing_exception"}}
QUERIES = [
    *("henvendelserne", "bekymring", "raadgivning", "mistrivsel", "mistirvsel", "plan"),
    *("rådgivning bekymring", "pædagoger københavn", "findes ikke", "om"),
]


def test_the_same_is_found_as_by_the_database(full, settings):
    by_the_server = {query: sorted(found(query)) for query in QUERIES}

    assert by_the_server == {query: by_the_database(query, settings) for query in QUERIES}


def test_it_is_the_server_that_is_asked(full):
    found("bekymring")

    assert set(full.asked) == {"POST /site/_search"}


def test_what_stands_in_a_title_comes_first(full):
    assert found("rådgivning") == ["Rådgivning om bekymring", "Handleplanen"]


def test_a_publication_is_found_at_once(full):
    a_page("ny", "En helt ny side", "Om paraplyer.")

    assert found("paraplyer") == ["En helt ny side"]
    assert Unsent.objects.count() == 0


def test_what_is_withdrawn_is_gone_at_once(full):
    page = a_page("ny", "En helt ny side", "Om paraplyer.")
    door.withdraw(page)

    assert found("paraplyer") == []
    assert "paraply" not in str(full.indices)


def test_what_is_changed_is_found_by_its_new_words_alone(full):
    page = a_page("ny", "En helt ny side", "Om paraplyer.")
    page.body_da = "<p>Om galocher.</p>"
    door.publish(page)

    assert (found("paraplyer"), found("galocher")) == ([], ["En helt ny side"])


def test_until_the_server_has_been_told_the_database_searches(full):
    full.fails_with = 503
    a_page("ny", "En helt ny side", "Om paraplyer.")
    elsewhere.server.resumes_at = 0.0
    full.fails_with = None
    full.asked.clear()

    assert found("paraplyer") == ["En helt ny side"]
    assert full.asked == []


def test_inside_the_publication_the_database_searches(full):
    with transaction.atomic():
        a_page("ny", "En helt ny side", "Om paraplyer.")
        assert found("paraplyer") == ["En helt ny side"]
        assert full.asked == []


def test_a_publication_that_comes_to_nothing_is_told_to_nobody(full):
    with transaction.atomic():
        a_page("ny", "En helt ny side", "Om paraplyer.")
        transaction.set_rollback(True)

    assert full.asked == []
    assert Unsent.objects.count() == 0


def test_the_next_publication_tells_what_the_last_one_could_not(full):
    full.fails_with = 503
    a_page("ny", "En helt ny side", "Om paraplyer.")
    full.fails_with = None
    elsewhere.server.resumes_at = 0.0
    a_page("nyere", "Endnu en side", "Om galocher.")
    full.asked.clear()

    assert (found("paraplyer"), found("galocher")) == (["En helt ny side"], ["Endnu en side"])
    assert "POST /site/_search" in full.asked


def test_the_command_tells_what_was_missed(full, capsys):
    full.fails_with = 503
    a_page("ny", "En helt ny side", "Om paraplyer.")
    full.fails_with = None
    call_command("fill_opensearch", "--missing")

    assert capsys.readouterr().out == "OpenSearch has been told of 2 entries.\n"
    assert Unsent.objects.count() == 0


@pytest.mark.parametrize("status", [401, 503])
def test_a_server_that_does_not_do_its_work_is_left_alone_for_a_while(full, caplog, status):
    full.fails_with = status
    titles = found("bekymring")

    assert sorted(titles) == ["Handleplanen", "Rådgivning om bekymring", "Tallene"]
    assert full.asked == ["POST /site/_search"]
    assert [each.partition(":")[0] for each in caplog.messages] == [
        "OpenSearch does not answer"
    ]


def test_a_server_that_hangs_is_not_waited_for(full, monkeypatch, caplog):
    monkeypatch.setattr(type(full), "answer", lambda *arguments: time.sleep(2) or (503, {}))
    monkeypatch.setattr(elsewhere.server, "visitor", 0.1)

    assert len(found("bekymring")) == 3
    assert caplog.messages == ["OpenSearch does not answer: ConnectionTimeout"]


def test_a_server_that_is_gone_stops_no_publication(full, settings):
    settings.OPENSEARCH = settings.OPENSEARCH | {"host": "http://127.0.0.1:9"}
    a_page("ny", "En helt ny side", "Om paraplyer.")

    assert found("paraplyer") == ["En helt ny side"]


def test_a_server_that_knows_nothing_yet_is_not_asked(server, site_settings):
    telling.mark_all()
    a_page("ny", "En helt ny side", "Om paraplyer.")

    assert found("paraplyer") == ["En helt ny side"]
    assert server.asked == []


def test_filling_it_tells_of_everything(full, capsys):
    full.documents()["999999"] = {"entry": 999999, "title": "dada_mistrivsel", "text": ""}
    call_command("fill_opensearch")

    assert capsys.readouterr().out == "OpenSearch has been told of 6 entries.\n"
    assert {*full.documents()} == {
        str(key) for key in SearchEntry.objects.values_list("pk", flat=True)
    }


def test_a_change_while_it_is_being_filled_is_told_of_afterwards(
    server, site_settings, monkeypatch
):
    page = a_page("ny", "En helt ny side", "Om paraplyer.")
    create = type(server).create

    def changed_meanwhile(self, index, body):
        page.body_da = "<p>Om galocher.</p>"
        door.publish(page)
        return create(self, index, body)

    monkeypatch.setattr(type(server), "create", changed_meanwhile)
    telling.fill()

    assert (found("galocher"), Unsent.objects.count()) == (["En helt ny side"], 0)


def test_what_was_sent_later_holds_whatever_comes_first(full):
    entry = SearchEntry.objects.filter(title="Tallene").first()
    telling.tell([telling.act_on(entry.pk, None, 9)], 1)
    telling.tell([telling.act_on(entry.pk, entry, 8)], 1)

    assert str(entry.pk) not in full.documents()


def test_an_entry_that_is_refused_is_not_taken_to_be_told(full, monkeypatch):
    monkeypatch.setattr(type(full), "done", lambda *arguments: REFUSED)
    a_page("ny", "En helt ny side", "Om paraplyer.")

    assert Unsent.objects.count() == 2
    assert found("paraplyer") == ["En helt ny side"]


def test_a_server_that_has_lost_its_index_does_not_get_half_of_it_back(full):
    full.delete(full.aliases["site"])
    a_page("ny", "En helt ny side", "Om paraplyer.")
    elsewhere.server.resumes_at = 0.0

    assert (found("paraplyer"), len(found("bekymring"))) == (["En helt ny side"], 3)
    assert full.indices == {}


def test_an_index_that_is_made_anew_is_told_anew(full):
    call_command("rebuild_search_index")
    full.asked.clear()

    assert len(found("bekymring")) == 3
    assert set(full.asked) == {"POST /site/_search"}


def test_without_such_a_server_nothing_is_written_down_for_one(site_settings):
    Unsent.objects.all().delete()
    a_page("ny", "En helt ny side", "Om paraplyer.")

    assert Unsent.objects.count() == 0
    with pytest.raises(CommandError, match="OPENSEARCH_URL is not set"):
        call_command("fill_opensearch")


def test_a_site_that_starts_without_one_knows_that_a_later_one_knows_nothing(db):
    Unsent.objects.all().delete()
    for _start in range(2):
        call_command("migrate", verbosity=0)

    assert list(Unsent.objects.values_list("entry_id", flat=True)) == [Unsent.ALL]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        (
            "https://a:b%40c@search.example.dk:9200/site?ca=/etc/ca.pem",
            {
                "host": "https://search.example.dk:9200",
                "auth": ("a", "b@c"),
                "ca": "/etc/ca.pem",
                "index": "site",
            },
        ),
        (
            "http://127.0.0.1:9200/site",
            {"host": "http://127.0.0.1:9200", "auth": None, "ca": None, "index": "site"},
        ),
    ],
)
def test_the_address_says_all_there_is_to_know(text, expected):
    assert address(text) == expected


@pytest.mark.parametrize(
    "text",
    ["search.example.dk", "ftp://h/site", "https://h/", "https://h/Site", "https://h/a?b=c"],
)
def test_an_address_that_cannot_be_right_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        address(text)


def test_the_engines_of_the_databases_are_asked_where_there_is_none(db):
    assert engines.find([["dada_intet"]], 10) == []
