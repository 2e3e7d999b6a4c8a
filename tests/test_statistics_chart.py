"""The chart's measures."""

import pytest
from django.template.loader import render_to_string

from content.statistics.chart import NARROWEST, YEARS_COLUMN, Chart
from content.statistics.models import ConcernYear
from content.statistics.scale import round_scale


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

    share = figure.rows[0].bars[0].share
    label = figure.rows[0].bars[0].label
    assert YEARS_COLUMN + share * NARROWEST + 0.55 * len(label) <= NARROWEST


def test_a_year_of_nothing_has_bars_without_length():
    figure = chart((2015, 0))

    assert [bar.width for bar in figure.rows[0].bars] == ["0%", "0%"]
    assert [tick.label for tick in figure.ticks] == ["0", "1"]


def test_two_hundred_years_stand_below_one_another():
    figure = chart(*((year, year) for year in range(1826, 2026)))

    tops = [row.top for row in figure.rows]
    assert len(tops) == 200
    assert tops == sorted(set(tops))


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
