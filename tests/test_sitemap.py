"""The sitemap of a site that is too large for one file."""

import re

import pytest
from django.utils import timezone

from content.pages.models import Page
from kbh_radikalisering.sitemap_entries import IN_A_FILE

ORIGIN = "http://127.0.0.1:8000"
LOC = re.compile(r"<loc>http://127\.0\.0\.1:8000([^<]+)</loc>")


@pytest.fixture
def many(network):
    """More pages than fit in a file, the last of them changed last."""
    pages = [Page(slug=f"side-{number}", title_da="Side") for number in range(IN_A_FILE + 1)]
    for page in pages:
        page.path = page.build_path()
        page.state = Page.State.PUBLISHED
        page.first_published_at = page.last_updated_at = timezone.now()
    return Page.objects.bulk_create(pages)


def locations(client, address):
    return LOC.findall(client.get(address).content.decode())


def test_it_is_a_list_of_files(client, many):
    numbers = sorted({page.pk // IN_A_FILE for page in many})

    assert locations(client, "/sitemap.xml")[: len(numbers)] == [
        f"/sitemap-sider-{number}.xml" for number in numbers
    ]


def test_each_file_says_when_something_in_it_changed_last(client, many):
    text = client.get("/sitemap.xml").content.decode()

    newest = many[-1].last_updated_at.isoformat(timespec="seconds")
    file = f"/sitemap-sider-{many[-1].pk // IN_A_FILE}.xml"
    assert f"<loc>{ORIGIN}{file}</loc><lastmod>{newest}</lastmod>" in text


def test_the_files_together_have_every_public_address_once(client, many, network):
    listed = [
        address
        for file in locations(client, "/sitemap.xml")
        for address in locations(client, file)
    ]

    assert sorted(listed) == sorted(
        [
            *(page.path for page in many),
            "/netvaerk/nordic-safe-cities/",
            "/en/netvaerk/nordic-safe-cities/",
            "/opdateringer/",
            "/en/opdateringer/",
        ]
    )


@pytest.mark.parametrize(
    "name", ["sider-99999999", f"netvaerk-{'9' * 30}", "lister-1", "andet-0"]
)
def test_a_file_without_anything_in_it_is_not_found(client, many, name):
    assert client.get(f"/sitemap-{name}.xml").status_code == 404


def test_the_list_costs_a_query_a_kind(client, many, django_assert_num_queries):
    client.get("/sitemap.xml")

    with django_assert_num_queries(3):  # and the edition
        client.get("/sitemap.xml")


def test_a_file_costs_one_query(client, many, django_assert_num_queries):
    with django_assert_num_queries(2):  # and the edition
        client.get(f"/sitemap-sider-{many[0].pk // IN_A_FILE}.xml")
