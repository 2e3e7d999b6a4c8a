"""Searches and previews: so many a minute, counted by all, and kept pages without end."""

import hashlib
import threading
from ipaddress import ip_network

import pytest
from django.core.cache import cache, caches
from django.db import connection
from django.test import Client

from content.publishing.preview import links
from kbh_radikalisering.limits import limit, previews, searches, visitors
from kbh_radikalisering.limits.limit import Limit

from .kept import Worker, drive

HERE, THERE = "192.0.2.1", "198.51.100.7"


@pytest.fixture(autouse=True)
def minute(monkeypatch):
    """A minute that begins now, does not end by itself, and no other test has counted in."""
    number = int.from_bytes(hashlib.sha256(str(id(monkeypatch)).encode()).digest()[:4])

    class Minute:
        at = number * 60

        def time(self):
            return self.at

    minute = Minute()
    monkeypatch.setattr(limit, "time", minute)
    return minute


def rows():
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM shared_cache")
        return cursor.fetchall()


@pytest.mark.django_db
def test_one_more_than_the_limit_is_refused_until_the_minute_is_over(minute):
    tried = Limit("test", most=3)
    asked = [tried.allows(HERE) for _time in range(5)]
    minute.at += 60

    assert [*asked, tried.allows(HERE)] == [True, True, True, False, False, True]


@pytest.mark.django_db
def test_another_process_counts_on():
    for _time in range(3):
        Limit("test", most=3).allows(HERE)

    assert not Limit("test", most=3).allows(HERE)


@pytest.mark.django_db
def test_other_visitors_and_other_things_are_counted_for_themselves():
    tried = Limit("test", most=1)
    tried.allows(HERE)

    assert [tried.allows(THERE), Limit("other", most=1).allows(HERE)] == [True, True]


@pytest.mark.django_db
def test_who_is_refused_costs_the_database_nothing_more(django_assert_num_queries):
    tried = Limit("test", most=1)
    for _time in range(2):
        tried.allows(HERE)

    with django_assert_num_queries(0):
        assert not tried.allows(HERE)


@pytest.mark.django_db
def test_no_address_is_written_down(minute):
    Limit("test", most=3).allows(HERE)
    minute.at += 60
    Limit("test", most=3).allows(HERE)
    said = str(rows())

    assert HERE not in said
    # Nor can it be seen that the two are one.
    assert len(rows()) == 2


@pytest.mark.django_db
def test_the_counts_are_forgotten_when_they_are_over():
    for number in range(3):
        cache.count(f"over-{number}", -1)
    cache.count("new", 60)

    assert [value for _key, value in rows()] == ["1"]


@pytest.mark.django_db(transaction=True)
def test_two_who_count_at_once_both_count():
    if connection.vendor == "sqlite":
        pytest.skip("one at a time writes to SQLite, and the tests' own is no file")

    def count():
        for _time in range(20):
            caches["default"].count("together", 60)
        connection.close()

    threads = [threading.Thread(target=count) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert cache.count("together", 60) == 81


def test_a_limit_that_cannot_be_counted_stops_nobody(monkeypatch, caplog):
    def fail(key, seconds):
        raise OSError("gone")

    monkeypatch.setattr(cache, "count", fail, raising=False)

    assert Limit("test", most=1).allows(HERE)
    assert [record.getMessage() for record in caplog.records] == [
        "A limit could not be counted"
    ]


def test_behind_a_proxy_that_says_nothing_nobody_is_counted_for_all(settings, rf):
    settings.TRUSTED_PROXIES = [ip_network("192.0.2.0/24")]
    unknown = rf.get("/", REMOTE_ADDR=HERE)
    known = rf.get("/", REMOTE_ADDR=HERE, headers={"X-Forwarded-For": THERE})

    assert [visitors.of_request(each) for each in (unknown, known)] == [None, THERE]
    assert Limit("test", most=0).allows(None)


def test_an_address_is_read_the_same_wherever_it_is_read(settings, rf):
    settings.TRUSTED_PROXIES = [ip_network("192.0.2.0/24")]
    scope = {
        "client": (HERE, 1),
        "headers": [(b"x-forwarded-for", b"203.0.113.9"), (b"x-forwarded-for", THERE.encode())],
    }

    assert visitors.of_scope(scope) == THERE


def test_of_ipv6_a_whole_network_is_one_visitor():
    found = {visitors.of_scope({"client": (f"2001:db8::{n}", 1), "headers": []}) for n in "12"}

    assert found == {"2001:db8::/64"}


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(searches.limit, "most", 2)
    monkeypatch.setattr(previews.limit, "most", 2)


@pytest.fixture
def search(transactional_db, site_settings, home, advice_unit, few, tmp_path):
    """What a worker answers to each of some searches, all from one address."""

    def search(*words, path="/soeg/"):
        async def scenario():
            worker = Worker(tmp_path)
            await worker.settled()
            return [await worker.get(f"{path}?q={word}") for word in words]

        return drive(scenario())

    return search


def test_who_searches_for_too_much_is_told_to_wait_and_whom_to_call(search):
    *found, refused = search("en", "to", "tre")

    assert [answer.status for answer in found] == [200, 200]
    assert (refused.status, refused.headers[b"retry-after"]) == (429, b"60")
    assert b"no-store" in refused.headers[b"cache-control"]
    assert b"default-src 'none'" in refused.headers[b"content-security-policy"]
    assert "For mange forsøg på kort tid" in refused.text
    assert 'href="tel:+4533172929"' in refused.text


def test_it_is_said_in_the_language_of_the_address(search):
    refused = search("one", "two", "three", path="/en/soeg/")[-1]

    assert refused.status == 429
    assert "Too many tries in a short time" in refused.text


def test_what_was_searched_for_before_has_no_limit(search):
    answers = search("en", "to", "en", "en", "to")

    assert [answer.status for answer in answers] == [200] * 5


def test_pages_have_no_limit(transactional_db, site_settings, home, few, tmp_path):
    async def scenario():
        worker = Worker(tmp_path)
        await worker.settled()
        return [(await worker.get("/")).status for _time in range(5)]

    assert drive(scenario()) == [200] * 5


def test_previews_have_a_limit_for_who_opens_them(few, page, site_settings):
    address = links.address_of(links.share(page, by=None))
    here, there = (Client(REMOTE_ADDR=where) for where in (HERE, THERE))

    opened = [here.get(f"{address}strategi/") for _time in range(3)]

    assert [response.status_code for response in opened] == [200, 200, 429]
    assert there.get(f"{address}strategi/").status_code == 200
    assert "For mange forsøg på kort tid" in opened[-1].content.decode()
