"""The start page and the lists, at the same cost however much there is."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from content.advice.models import AdviceUnit, HelpLine
from content.pages.models import Page
from content.pages.placement import depth
from content.publishing import door
from content.statistics.models import ConcernYear

from .editors import address


def needs(admin_client):
    """What the start page says of each model: {model: {need: (count, address)}}."""
    response = admin_client.get(reverse("admin:index"))
    return {
        row["url"]: {need["name"]: (need["count"], need["url"]) for need in row["needs"]}
        for row in response.context["overview"]
    }


def of(model, found):
    return found[address(model, "changelist")]


def test_a_number_that_nobody_has_called_leads_to_its_form(admin_client, advice_unit):
    found = of(AdviceUnit, needs(admin_client))

    assert found["number"] == (1, address(advice_unit, "change", advice_unit.pk))


@pytest.mark.parametrize(("days", "expected"), [(30, False), (31, True)])
def test_a_number_is_called_again_after_a_month(admin_client, help_line, days, expected):
    help_line.verified_on = timezone.localdate() - timedelta(days=days)
    help_line.save()

    assert ("number" in of(HelpLine, needs(admin_client))) == expected


@pytest.mark.parametrize(("days", "expected"), [(0, False), (1, True)])
def test_a_review_is_due_the_day_after_its_date(admin_client, page, days, expected):
    page.next_review = timezone.localdate() - timedelta(days=days)
    page.save()

    assert ("review" in of(Page, needs(admin_client))) == expected


def test_several_lead_to_a_list_of_them_alone(admin_client, page):
    for number in [1, 2]:
        Page(slug=f"side-{number}", title_da=f"Side {number}").save()

    count, url = of(Page, needs(admin_client))["english"]
    listed = admin_client.get(url).context["cl"].queryset

    assert count == 2
    assert [each.slug for each in listed] == ["side-1", "side-2"]


@pytest.mark.parametrize("missing", ["", None])
def test_english_is_missing_where_there_is_danish_alone(admin_client, page, missing):
    Page.objects.update(body_en=missing)

    assert of(Page, needs(admin_client))["english"][0] == 1


def test_nobody_looks_after_what_is_withdrawn(admin_client, page):
    Page.objects.update(title_en="")
    page.refresh_from_db()
    door.withdraw(page)

    assert of(Page, needs(admin_client)) == {}


@pytest.mark.parametrize("more", [0, 5])
def test_the_start_page_costs_the_same(admin_client, page, more, django_assert_max_num_queries):
    for number in range(more):
        Page(slug=f"side-{number}", title_da="Side").save()

    # The session, the user, the ten models and what the user did last.
    with django_assert_max_num_queries(14):
        admin_client.get(reverse("admin:index"))


@pytest.mark.parametrize("more", [0, 5])
def test_the_list_of_pages_costs_the_same(
    admin_client, page, more, django_assert_max_num_queries
):
    for number in range(more):
        door.publish(Page(slug=f"side-{number}", title_da="Side", parent=page))

    # The session, the user, two counts, the pages and the newest version there is.
    with django_assert_max_num_queries(7):
        admin_client.get(address(Page, "changelist"))


@pytest.mark.parametrize("more", [0, 5])
def test_the_list_of_years_costs_the_same(
    admin_client, concern_year, more, django_assert_max_num_queries
):
    for number in range(more):
        door.publish(
            ConcernYear(
                year=2015 + number,
                referrals=2,
                interventions=1,
                definition=concern_year.definition,
            )
        )

    # As above, and the definitions to filter by.
    with django_assert_max_num_queries(8):
        admin_client.get(address(ConcernYear, "changelist"))


def test_pages_stand_below_the_page_they_belong_to(admin_client, page):
    for slug in ["a-foerst", "strategi-ny"]:
        Page(slug=slug, title_da="Anden").save()
    child = Page(slug="under", title_da="Under", parent=page)
    child.save()

    listed = admin_client.get(address(Page, "changelist")).context["cl"].result_list

    assert [(each.slug, depth(each.path)) for each in listed] == [
        ("a-foerst", 1),
        ("strategi-ny", 1),
        ("strategi", 1),
        ("under", 2),
    ]


def test_the_list_leads_to_the_public_page_of_what_is_public(admin_client, page):
    Page(slug="kladde", title_da="Kladde").save()

    model_admin = admin_client.get(address(Page, "changelist")).context["cl"].model_admin

    links = [model_admin.view_on_site(each) for each in Page.objects.order_by("pk")]
    assert links == ["/strategi/", None]


def test_each_field_of_two_languages_is_a_row_with_each_marked(admin_client, page):
    form = admin_client.get(address(page, "change", page.pk)).context["adminform"].form
    response = admin_client.get(address(page, "change", page.pk))

    rows = [
        field
        for _name, options in response.context["adminform"].fieldsets
        for field in options["fields"]
    ]
    assert ("title_da", "title_en") in rows
    assert {
        name: form[name].field.widget.attrs["lang"] for name in ["title_da", "body_en"]
    } == {
        "title_da": "da",
        "body_en": "en",
    }
