"""Which pages an editor is offered who types in a field that leads to one."""

import pytest
from django.urls import reverse

from content.pages.models import Page

from .editors import address, signed_in
from .reading import read


@pytest.fixture
def pages(page):
    for slug, title in [("bilag", "Bilag"), ("bilag-2", "Bilag"), ("andet", "Andet")]:
        Page(slug=slug, title_da=title, body_da="<p>Se bilag og strategi.</p>").save()


def offered(client, term, model="page", field="parent"):
    query = {"app_label": "pages", "model_name": model, "field_name": field, "term": term}
    answer = client.get(reverse("admin:autocomplete"), query)
    return [each["text"] for each in answer.json()["results"]]


def test_pages_of_one_title_are_told_apart_by_their_addresses(admin_client, pages):
    assert offered(admin_client, "bilag") == ["Bilag (/bilag-2/)", "Bilag (/bilag/)"]


def test_a_page_is_found_by_its_address(admin_client, pages):
    assert offered(admin_client, "bilag-2") == ["Bilag (/bilag-2/)"]


def test_what_stands_in_a_text_is_no_name(admin_client, pages):
    assert offered(admin_client, "strategi") == ["Strategi (/strategi/)"]


def test_the_same_is_offered_for_the_page_of_a_document(admin_client, pages):
    found = offered(admin_client, "andet", model="document", field="page")

    assert found == ["Andet (/andet/)"]


def test_the_list_of_pages_is_still_searched_in_their_texts(admin_client, pages):
    listed = admin_client.get(address(Page, "changelist"), {"q": "strategi"})

    assert len(listed.context["cl"].result_list) == 4


def test_who_may_not_see_pages_is_offered_none(client, pages):
    assert client.get(reverse("admin:autocomplete")).status_code == 302
    assert signed_in("superuser").get(reverse("admin:autocomplete")).status_code == 403


def test_a_form_holds_no_more_than_the_page_that_is_chosen(admin_client, page, pages):
    below = Page(slug="under", title_da="Under", parent=page)
    below.save()

    document = read(admin_client, address(below, "change", below.pk))

    options = document.xpath("//select[@name='parent']/option[@value!='']/text()")
    assert [option.strip() for option in options] == ["Strategi (/strategi/)"]
