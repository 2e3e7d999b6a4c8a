"""The chart's measures."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from content.pages.models import Page
from content.statistics.chart import NARROWEST, YEARS_COLUMN, Chart
from content.statistics.models import ConcernYear
from content.statistics.scale import round_scale
from kbh_radikalisering.kept_pages.codings import compressed
from tests.conftest import published
from tests.statistics_data import define, publish_year

# Some hundred bytes more than it has on the wire, see docs/measurements.md.
STYLESHEET = 4_500


def chart(*figures):
    return Chart(
        [
            ConcernYear(year=year, referrals=referrals, interventions=0, definition_id=1)
            for year, referrals in figures
        ]
    )


@pytest.mark.parametrize(
    ("highest", "intervals", "scale"),
    [
        (0, 4, [0, 1]),
        (1, 4, [0, 1]),
        (3, 4, [0, 1, 2, 3]),
        (100, 4, [0, 25, 50, 75, 100]),
        (101, 4, [0, 50, 100, 150]),
        (104, 5, [0, 25, 50, 75, 100, 125]),
        (9, 1, [0, 10]),
        (1234, 5, [0, 250, 500, 750, 1000, 1250]),
        (7_000_000, 2, [0, 5_000_000, 10_000_000]),
    ],
)
def test_the_scale_has_round_numbers(highest, intervals, scale):
    assert round_scale(highest, intervals) == scale


@pytest.mark.parametrize("highest", [0, 7, 100, 12_345, 2_147_483_647])
def test_the_longest_bar_leaves_room_for_its_number_on_a_phone(highest):
    figure = chart((2015, highest))

    bar = figure.rows[0].referrals
    assert YEARS_COLUMN + bar.share * NARROWEST + 0.55 * len(bar.label) <= NARROWEST


def test_a_year_of_nothing_has_bars_without_length():
    figure = chart((2015, 0))

    (row,) = figure.rows
    assert [row.referrals.width, row.interventions.width] == ["0%", "0%"]
    assert [tick.label for tick in figure.ticks] == ["0", "1"]


def test_two_hundred_years_stand_below_one_another():
    figure = chart(*((year, year) for year in range(1826, 2026)))

    tops = [row.top for row in figure.rows]
    assert len(tops) == 200
    assert tops == sorted(set(tops))


def test_the_lines_of_the_scale_stand_behind_years_and_not_between_them():
    figure = chart((2012, 5), (2013, 5), (2016, 5))

    assert [place.y for place in figure.between] == ["11.8em"]
    assert figure.stretches == [("5.4em", "11.8em"), ("14.4em", "17.6em")]


def test_the_chart_is_named_and_described_for_those_who_cannot_see_it():
    svg = render_to_string("statistics/_chart.html", {"chart": chart((2015, 100))})

    assert 'role="img" aria-labelledby="figures-chart-title figures-chart-description"' in svg
    assert svg.count('id="figures-chart-title"') == 1
    assert svg.count('id="figures-chart-description"') == 1


def test_measures_keep_their_decimal_point_in_danish():
    svg = render_to_string("statistics/_chart.html", {"chart": chart((2014, 33), (2015, 100))})

    assert ",4em" not in svg
    assert ",5%" not in svg
    assert "style=" not in svg


def test_two_hundred_years_and_the_stylesheet_fit_the_first_round_of_a_connection(
    client, site_settings
):
    published(Page(kind="statistics", slug="statistik", title_da="Tal"))
    definition = define()
    publish_year(definition, 2025, 100, 18)
    source = {"source_name": "Opgørelsen", "source_date": date(2026, 1, 1)}
    ConcernYear.objects.bulk_create(
        ConcernYear(
            year=year,
            referrals=100 + year % 37,
            interventions=20 + year % 11,
            definition=definition,
            source_url=f"https://example.dk/opgoerelser/{year}",
            state=ConcernYear.State.PUBLISHED,
            first_published_at=timezone.now(),
            last_updated_at=timezone.now(),
            **source,
        )
        for year in range(1826, 2025)
    )

    html = client.get("/statistik/").content

    assert html.count(b'<tr class="figures-year">') == 200
    assert len(compressed(html)[b"br"]) + STYLESHEET < 14_000
