"""Counting in a real Redis, and in the database while it is away."""

import signal

import pytest
from django.core.cache import caches
from django.test import override_settings

from kbh_radikalisering.limits import caches as shared
from kbh_radikalisering.limits.limit import Limit
from tests.redis_server import REQUIRED, SERVER, Redis
from tests.waiting import until


@pytest.fixture(scope="module")
def redis(tmp_path_factory):
    if not SERVER and not REQUIRED:
        pytest.skip("redis-server was not found. Install it to count in a Redis.")
    redis = Redis(tmp_path_factory.mktemp("redis"))
    yield redis
    redis.stop()


@pytest.fixture
def cache(redis, db, settings, monkeypatch):
    """The site's cache, as REDIS_URL sets it up, once the server answers."""
    of_redis = {
        "BACKEND": "kbh_radikalisering.limits.caches.SharedRedisCache",
        "LOCATION": redis.url,
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }
    monkeypatch.setattr(shared.SharedRedisCache, "resumes_at", 0.0)
    with override_settings(CACHES=settings.CACHES | {"default": of_redis}):
        cache = caches["default"]
        until(redis.answers)
        cache.clear()
        yield cache


def test_it_counts_without_the_database(cache, django_assert_num_queries):
    with django_assert_num_queries(0):
        counted = [cache.count("a", 60), cache.count("a", 60), cache.count("b", 60)]

    assert counted == [1, 2, 1]


def test_what_is_counted_is_forgotten(cache):
    cache.count("a", 60)
    client = cache._cache.get_client()

    assert 0 < client.ttl(cache.make_key("a")) <= 60


def test_limits_count_in_it(cache):
    limits = [Limit("redis", most=2) for _process in range(3)]

    assert [limit.allows("192.0.2.1") for limit in limits] == [True, True, False]


def test_without_it_the_database_counts_and_keeps(cache, redis, caplog):
    cache.set("kept", "in redis")
    redis.stop()
    try:
        counted = [cache.count("a", 60), cache.count("a", 60)]
        found = cache.get("kept")
        cache.set("kept", "in the database")

        assert (counted, found, cache.get("kept")) == ([1, 2], None, "in the database")
        assert [record.getMessage() for record in caplog.records] == [
            "Redis does not answer: the database counts in its place"
        ]
    finally:
        redis.start()


def test_one_that_hangs_is_waited_for_once(cache, redis, caplog):
    redis.process.send_signal(signal.SIGSTOP)
    try:
        counted = [cache.count("a", 60) for _time in range(5)]
    finally:
        redis.process.send_signal(signal.SIGCONT)

    assert counted == [1, 2, 3, 4, 5]
    assert len(caplog.records) == 1


def test_when_it_is_back_it_counts_again(cache, redis, monkeypatch, django_assert_num_queries):
    redis.stop()
    cache.count("a", 60)
    redis.start()
    until(redis.answers)
    monkeypatch.setattr(shared.SharedRedisCache, "resumes_at", 0.0)

    with django_assert_num_queries(0):
        assert cache.count("c", 60) == 1
