"""The stylesheet and the icons, which the public's pages ask for, are kept like the pages."""

import re

import pytest
from django.templatetags.static import static

from kbh_radikalisering.kept_pages.files import NAMES

from .kept import Worker, drive

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def worker(tmp_path, site_settings, home):
    return Worker(tmp_path)


def answered(worker, path, **headers):
    async def scenario():
        return await worker.get(path, **headers)

    return drive(scenario())


def test_they_are_all_that_a_page_asks_for(client, home):
    html = client.get("/").content.decode()

    assert set(re.findall(r'(?:href|src)="(/static/[^"]+)"', html)) == set(map(static, NAMES))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("coding", ["br", "gzip", "identity"])
def test_each_is_sent_as_django_sends_it(worker, client, name, coding):
    kept = answered(worker, static(name), accept_encoding=coding)
    plain = client.get(static(name), headers={"accept-encoding": coding})

    assert worker.passed_on == []
    assert (kept.status, kept.body) == (200, b"".join(plain.streaming_content))
    assert {key.decode(): value.decode() for key, value in kept.headers.items()} == {
        key.lower(): value for key, value in plain.headers.items()
    }


def test_who_has_one_is_told_that_it_is_the_same(worker):
    path = static("css/site.css")
    etag = answered(worker, path).headers[b"etag"].decode()
    answer = answered(worker, path, if_none_match=etag)

    assert (answer.status, answer.body) == (304, b"")
    assert b"cache-control" in answer.headers


def test_a_proxy_keeps_one_for_as_long_as_it_says(worker):
    headers = answered(worker, static("css/site.css"), x_asked_at="1764154800.999").headers

    assert b"x-accel-expires" not in headers


def test_a_file_that_is_not_there_is_not_kept_either(worker):
    assert answered(worker, "/static/findes-ikke.css").status == 404
    assert worker.passed_on == ["/static/findes-ikke.css"]
