"""Reading rows of several tables by one query."""

from datetime import date, time

import pytest
from django.core.files.base import ContentFile
from django.db import connection

from content.advice.models import (
    AdviceUnit,
    ClosedDay,
    HelpLine,
    HelpLineHours,
    OpeningHours,
    PhoneNumber,
)
from content.networks.models import Network
from content.pages.models import Document, Initiative, Page, Recommendation
from content.publishing.gathered import attach, gathered
from content.publishing.models import Publishable, Withdrawal
from content.site.models import SiteSettings
from content.statistics.models import ConcernYear
from tests.conftest import published
from tests.files import pdf

ROWS = [PhoneNumber, OpeningHours, ClosedDay, HelpLineHours, Withdrawal]


@pytest.fixture
def everything(site_settings, page, network, concern_year, advice_unit, help_line):
    published(Document(page=page, title_da="Fil", file=ContentFile(pdf(), "fil.pdf")))
    recommendation = published(Recommendation(page=page, title_da="Én", number=1))
    published(Initiative(page=page, title_da="To")).follows.add(recommendation)
    advice_unit.opening_hours.create(weekday=0, opens=time(9), closes=time(15, 30))
    advice_unit.closed_days.create(date=date(2026, 12, 24), reason_da='Jul "og" \' \\ ☃')
    help_line.opening_hours.create(weekday=6, opens=time(0), closes=time(0))
    Withdrawal.objects.create(target=page, kind=Withdrawal.Kind.KEPT, reason_da="Ældet")


def columns(instance):
    return {
        field.attname: field.value_from_object(instance)
        for field in instance._meta.concrete_fields
    }


def test_every_column_is_read_as_it_is_by_a_query_of_its_own(everything):
    models = [*Publishable.models(), *ROWS]
    querysets = {model._meta.label: model._base_manager.all() for model in models}

    found = gathered(querysets)

    for model in models:
        alone = model._base_manager.order_by("pk")
        together = sorted(found[model._meta.label], key=lambda each: each.pk)
        assert [columns(each) for each in together] == [columns(each) for each in alone]
        assert len(together) >= 1


def test_all_of_it_is_one_query_and_what_is_selected_beside_comes_along(
    everything, django_assert_num_queries
):
    querysets = {
        "statements": Recommendation.objects.select_related(),
        "documents": Document.objects.select_related("page"),
        "years": ConcernYear.objects.select_related(),
        "networks": Network.objects.published(),
    }

    with django_assert_num_queries(1):
        found = gathered(querysets)
        (year,) = found["years"]
        pages = {each.page for each in [*found["statements"], *found["documents"]]}
        assert year.definition.name

    assert pages == {Page.objects.get(slug="strategi")}


def test_a_new_connection_asks_nothing_more_that_would_wait_for_a_writer(
    everything, django_assert_num_queries
):
    connection.features.__dict__.pop("supports_json_field", None)

    with django_assert_num_queries(1):
        gathered({"networks": Network.objects.all(), "lines": HelpLine.objects.all()})


@pytest.mark.parametrize("name", ["phone_numbers", "opening_hours", "closed_days"])
def test_rows_are_attached_to_what_they_lead_to(everything, django_assert_num_queries, name):
    other = AdviceUnit(name_da="En anden")
    other.save()
    units = list(AdviceUnit.objects.all())
    rows = list(AdviceUnit._meta.get_field(name).related_model.objects.all())

    attach(units, name, rows)

    with django_assert_num_queries(0):
        found = {unit.name: list(getattr(unit, name).all()) for unit in units}
    assert found == {"Rådgivningen": rows, "En anden": []}


def test_nothing_is_asked_for_where_nothing_is_wanted(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert gathered({}) == {}
        attach([], "phone_numbers", [])


def test_a_table_alone_needs_no_json(site_settings, help_line, django_assert_num_queries):
    with django_assert_num_queries(1) as captured:
        assert gathered({"settings": SiteSettings.objects.all()}) == {
            "settings": [site_settings]
        }

    assert "JSON" not in captured.captured_queries[0]["sql"]
    assert HelpLine.objects.get() == help_line
