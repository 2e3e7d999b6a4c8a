"""What the database and the forms refuse of a yearly figure."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from content.publishing import door
from content.statistics.models import ConcernYear, Definition

pytestmark = pytest.mark.django_db


def refuses(action):
    with pytest.raises(IntegrityError), transaction.atomic():
        action()


def year(definition, **values):
    return ConcernYear(
        **{"year": 2015, "referrals": 100, "interventions": 18} | values, definition=definition
    )


def next_year():
    return timezone.localdate().year + 1


def test_the_database_refuses_more_interventions_than_referrals(definition):
    refuses(lambda: year(definition, interventions=101).save())


def test_the_database_refuses_them_in_an_update_of_many_rows_too(concern_year):
    refuses(lambda: ConcernYear.objects.update(interventions=61))


def test_the_database_refuses_a_second_row_for_a_year(definition, concern_year):
    refuses(lambda: year(definition, year=concern_year.year).save())


@pytest.mark.parametrize("write", ["save", "bulk_create"])
def test_the_database_refuses_a_year_that_has_not_begun(definition, write):
    future = year(definition, year=next_year())

    if write == "save":
        refuses(future.save)
    else:
        refuses(lambda: ConcernYear.objects.bulk_create([future]))


def test_the_database_refuses_an_update_to_a_year_that_has_not_begun(concern_year):
    refuses(lambda: ConcernYear.objects.update(year=next_year()))


def test_the_present_year_may_be_written_in_bulk(definition):
    this_year = timezone.localdate().year

    ConcernYear.objects.bulk_create([year(definition, year=this_year)])

    assert ConcernYear.objects.get().recorded_in == this_year


def test_the_database_refuses_negative_numbers(concern_year):
    refuses(lambda: ConcernYear.objects.update(interventions=-1))


def test_the_database_refuses_published_figures_without_dates(definition):
    row = year(definition)
    row.save()

    refuses(lambda: ConcernYear.objects.update(state="published"))


def test_a_definition_in_use_is_not_deleted(concern_year):
    refuses(lambda: concern_year.definition.delete())


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"interventions": 101}, "interventions"),
        ({"year": next_year()}, "year"),
        ({"year": 1999}, "year"),
        ({"year": 2014}, "year"),
        ({"interventions": -1}, "interventions"),
        ({"referrals": None}, "referrals"),
    ],
)
def test_a_wrong_figure_is_refused_at_its_field(concern_year, values, field):
    wrong = year(concern_year.definition, **values)

    with pytest.raises(ValidationError) as error:
        wrong.full_clean()

    assert list(error.value.error_dict) == [field]


def test_figures_need_a_public_definition():
    definition = Definition(name_da="N", referrals_da="R", interventions_da="I")
    definition.save()

    with pytest.raises(ValidationError) as error:
        year(definition).full_clean()

    assert list(error.value.error_dict) == ["definition"]


def test_figures_go_with_their_definition_when_it_is_withdrawn(concern_year):
    assert list(ConcernYear.objects.published()) == [concern_year]

    door.withdraw(concern_year.definition)

    assert list(ConcernYear.objects.published()) == []
