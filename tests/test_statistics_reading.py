"""What the figures say, in sentences."""

import pytest
from django.template import Context, Template
from django.utils import translation

from content.statistics.models import ConcernYear
from content.statistics.reading import reading
from content.statistics.timeline import definitions
from tests.statistics_data import define, publish_year

SMALL = "The numbers are small, so a difference between two years may be chance."


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def years(*figures, definition=1):
    return [
        ConcernYear(
            year=year,
            referrals=referrals,
            interventions=interventions,
            definition_id=definition,
        )
        for year, referrals, interventions in figures
    ]


def test_the_latest_year_is_told_and_compared_with_the_year_before():
    assert reading(years((2014, 60, 22), (2015, 100, 18))) == [
        "In 2015 the municipality received 100 referrals of concern. "
        "18 led to an intervention.",
        "That is 40 more referrals than in 2014. 4 fewer interventions were started than in "
        f"2014. {SMALL}",
    ]


def test_nothing_is_told_without_figures():
    assert reading([]) == []


def test_one_year_is_compared_with_nothing():
    assert reading(years((2015, 100, 18))) == [
        "In 2015 the municipality received 100 referrals of concern. 18 led to an intervention."
    ]


@pytest.mark.parametrize(
    ("referrals", "interventions", "sentences"),
    [
        (0, 0, "In 2015 the municipality received no referrals of concern."),
        (
            1,
            0,
            "In 2015 the municipality received 1 referral of concern. "
            "No intervention was started.",
        ),
        (
            12345,
            1,
            "In 2015 the municipality received 12,345 referrals of concern. "
            "1 led to an intervention.",
        ),
    ],
)
def test_none_one_and_many_are_each_said_rightly(referrals, interventions, sentences):
    assert reading(years((2015, referrals, interventions))) == [sentences]


@pytest.mark.parametrize(
    ("before", "after", "sentences"),
    [
        (
            (500, 200),
            (501, 201),
            "That is 1 more referral than in 2014. "
            "1 more intervention was started than in 2014.",
        ),
        (
            (500, 200),
            (499, 199),
            "That is 1 fewer referral than in 2014. "
            "1 fewer intervention was started than in 2014.",
        ),
        (
            (500, 200),
            (500, 200),
            "That is the same number of referrals as in 2014. "
            "As many interventions were started as in 2014.",
        ),
        (
            (500, 200),
            (2500, 210),
            "That is 2,000 more referrals than in 2014. "
            "10 more interventions were started than in 2014.",
        ),
    ],
)
def test_the_difference_is_said_rightly_and_large_numbers_are_not_called_small(
    before, after, sentences
):
    assert reading(years((2014, *before), (2015, *after)))[1] == sentences


def test_years_that_were_counted_differently_are_not_compared():
    figures = [*years((2014, 60, 22)), *years((2015, 100, 18), definition=2)]

    assert reading(figures)[1:] == [
        "From 2015 on the referrals were counted differently, so the figures can't be "
        "compared with the earlier ones."
    ]


def test_years_with_others_missing_between_them_are_not_compared():
    assert reading(years((2012, 1, 1), (2014, 60, 22), (2018, 100, 18)))[1:] == [
        "There are no figures for 2013. There are no figures for 2015–2017."
    ]


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("provisional", "The figures are provisional and may change."),
        ("revised", "The figures have been revised since they first came out."),
    ],
)
def test_figures_that_may_change_or_have_changed_are_told_of(status, sentence):
    [year] = years((2015, 100, 18))
    year.status = status

    assert reading([year])[0].endswith(sentence)


def test_there_is_never_a_share_in_per_cent():
    texts = " ".join(reading(years((2014, 600, 22), (2015, 1000, 18))))

    assert "%" not in texts
    assert "per cent" not in texts


def test_danish_thousands_have_a_dot():
    with translation.override("da"):
        assert "12.345" in reading(years((2015, 12345, 1)))[0]


def test_each_definition_names_the_years_that_it_covers(db):
    old, new = define(), define("Nye")
    figures = [
        publish_year(definition, year, 10, 1)
        for definition, numbers in [(old, [2010, 2011, 2012, 2014]), (new, [2015])]
        for year in numbers
    ]

    assert definitions(figures) == {old: "2010–2012, 2014", new: "2015"}


def test_the_front_page_tells_the_latest_year_and_leads_to_all_of_them(db):
    definition = define()
    publish_year(definition, 2014, 60, 22)
    publish_year(definition, 2015, 100, 18)

    block = Template("{% load statistics %}{% latest_concerns %}").render(Context())

    assert "In 2015 the municipality received 100 referrals of concern." in block
    assert 'href="/en/statistik/"' in block
    assert "2014" not in block


def test_the_front_page_says_nothing_without_figures(db):
    block = Template("{% load statistics %}{% latest_concerns %}").render(Context())

    assert block.strip() == ""
