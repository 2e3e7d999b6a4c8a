"""Opening hours by Copenhagen's clock: rules, clock changes, words and data."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from content.advice import opening_words
from content.advice.opening import COPENHAGEN, Schedule, Stretch
from content.advice.structured import opening_hours

WEEKDAYS_9_TO_15 = frozenset(Stretch(day, time(9), time(15)) for day in range(5))
ROUND_THE_CLOCK = frozenset(Stretch(day, time(0), time(0)) for day in range(7))
NIGHTS = frozenset(
    stretch
    for day in range(7)
    for stretch in (Stretch(day, time(0), time(6)), Stretch(day, time(22), time(0)))
)


def at(text, fold=0):
    """The instant when Copenhagen's clock shows `text`."""
    return datetime.fromisoformat(text).replace(tzinfo=COPENHAGEN, fold=fold).astimezone(UTC)


# Rules


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-23T08:59:59", False),
        ("2026-11-23T09:00", True),
        ("2026-11-23T14:59:59", True),
        ("2026-11-23T15:00", False),
        ("2026-11-22T12:00", False),
    ],
)
def test_it_is_open_from_the_opening_time_until_just_before_the_closing_time(moment, is_open):
    assert Schedule(WEEKDAYS_9_TO_15).is_open(at(moment)) is is_open


def test_on_a_friday_afternoon_it_opens_on_monday():
    schedule = Schedule(WEEKDAYS_9_TO_15)

    assert schedule.opens_next(at("2026-11-20T15:00")) == at("2026-11-23T09:00")
    assert schedule.closes_at(at("2026-11-20T15:00")) is None


def test_closed_days_are_passed_over():
    christmas = frozenset([date(2026, 12, 24), date(2026, 12, 25)])
    schedule = Schedule(WEEKDAYS_9_TO_15, christmas)

    assert schedule.is_open(at("2026-12-24T10:00")) is False
    assert schedule.opens_next(at("2026-12-23T15:00")) == at("2026-12-28T09:00")


def test_a_break_at_noon_closes_and_opens_again():
    schedule = Schedule(
        frozenset([Stretch(0, time(9), time(12)), Stretch(0, time(13), time(15))])
    )

    assert schedule.closes_at(at("2026-11-23T10:00")) == at("2026-11-23T12:00")
    assert schedule.opens_next(at("2026-11-23T12:00")) == at("2026-11-23T13:00")


def test_hours_that_overlap_are_one_stretch():
    schedule = Schedule(
        frozenset([Stretch(0, time(9), time(13)), Stretch(0, time(12), time(15))])
    )

    assert schedule.closes_at(at("2026-11-23T10:00")) == at("2026-11-23T15:00")


def test_hours_that_meet_at_midnight_run_on():
    assert Schedule(NIGHTS).closes_at(at("2026-11-23T23:00")) == at("2026-11-24T06:00")


def test_round_the_clock_never_changes():
    schedule = Schedule(ROUND_THE_CLOCK)

    assert schedule.is_open(at("2026-11-23T00:00")) is True
    assert schedule.next_change(at("2026-11-23T00:00")) is None
    assert schedule.next_edge(at("2026-11-23T00:00")) is None


def test_round_the_clock_closes_for_a_closed_day_far_ahead():
    schedule = Schedule(ROUND_THE_CLOCK, frozenset([date(2027, 6, 5)]))

    assert schedule.closes_at(at("2026-11-23T00:00")) == at("2027-06-05T00:00")
    assert schedule.opens_next(at("2027-06-05T12:00")) == at("2027-06-06T00:00")


def test_without_hours_nothing_is_said():
    schedule = Schedule(closed_days=frozenset([date(2026, 12, 24)]))

    assert not schedule
    assert schedule.next_edge(at("2026-11-23T12:00")) is None
    assert opening_words.state(schedule, at("2026-11-23T12:00")) == ""


# The nights when the clocks change


def test_the_night_that_is_an_hour_longer_is_open_an_hour_longer():
    opened, closed = at("2026-10-24T22:00"), at("2026-10-25T06:00")

    assert Schedule(NIGHTS).closes_at(opened) == closed
    assert closed - opened == timedelta(hours=9)


def test_the_night_that_is_an_hour_shorter_is_open_an_hour_shorter():
    opened, closed = at("2027-03-27T22:00"), at("2027-03-28T06:00")

    assert Schedule(NIGHTS).closes_at(opened) == closed
    assert closed - opened == timedelta(hours=7)


@pytest.mark.parametrize("night", ["2026-10-24T23:30", "2027-03-27T23:30"])
def test_morning_comes_at_nine_by_the_clock_after_the_clocks_change(night):
    every_day = frozenset(Stretch(day, time(9), time(15)) for day in range(7))
    morning = at(night) + timedelta(hours=12)
    nine = morning.astimezone(COPENHAGEN).replace(hour=9, minute=0)

    assert Schedule(every_day).opens_next(at(night)) == nine


def test_an_hour_that_the_clock_shows_twice_is_open_twice():
    schedule = Schedule(frozenset([Stretch(6, time(2), time(3))]))

    assert schedule.is_open(at("2026-10-25T02:30", fold=0)) is True
    assert schedule.is_open(at("2026-10-25T02:30", fold=1)) is True
    assert schedule.closes_at(at("2026-10-25T02:00")) == at("2026-10-25T03:00")


def test_closing_inside_the_hour_that_comes_twice_is_closing_twice():
    schedule = Schedule(frozenset([Stretch(6, time(1), time(2, 30))]))

    assert schedule.closes_at(at("2026-10-25T02:00", fold=0)) == at("2026-10-25T02:30", fold=0)
    assert schedule.opens_next(at("2026-10-25T02:45", fold=0)) == at("2026-10-25T02:00", fold=1)
    assert schedule.closes_at(at("2026-10-25T02:00", fold=1)) == at("2026-10-25T02:30", fold=1)


def test_closing_inside_the_hour_that_is_left_out_is_closing_when_the_clock_jumps():
    schedule = Schedule(frozenset([Stretch(6, time(0), time(2, 30))]))

    assert schedule.closes_at(at("2027-03-28T01:59")) == at("2027-03-28T03:00")


def test_opening_inside_the_hour_that_is_left_out_is_opening_when_the_clock_jumps():
    schedule = Schedule(frozenset([Stretch(6, time(2, 30), time(5))]))

    assert schedule.opens_next(at("2027-03-28T01:59")) == at("2027-03-28T03:00")


def test_hours_within_the_hour_that_is_left_out_are_no_hours_that_night():
    schedule = Schedule(frozenset([Stretch(6, time(2, 10), time(2, 50))]))

    assert schedule.opens_next(at("2027-03-27T12:00")) == at("2027-04-04T02:10")


# Whatever the hours


# Often between two and three, which one night has twice and another not at all.
minutes = st.one_of(st.integers(0, 1439), st.integers(115, 185)).map(
    lambda minute: time(*divmod(minute, 60))
)
stretches = st.builds(Stretch, st.integers(0, 6), minutes, minutes).filter(
    lambda stretch: stretch.opens < stretch.closes or stretch.closes == time(0)
)
# Around both nights, so that most examples cross one of them.
days = st.sampled_from([date(2026, 10, 23), date(2027, 3, 26)]).flatmap(
    lambda start: st.integers(0, 5).map(lambda number: start + timedelta(number))
)
schedules = st.builds(
    Schedule, st.frozensets(stretches, max_size=6), st.frozensets(days, max_size=3)
)
instants = st.tuples(days, st.integers(0, 24 * 60 * 2)).map(
    lambda pair: datetime.combine(pair[0], time(0), UTC) + timedelta(seconds=30 * pair[1])
)
derandomized = settings(derandomize=True, deadline=None, max_examples=150)


@derandomized
@given(schedules, instants)
def test_nothing_changes_before_the_next_change_and_something_does_at_it(schedule, moment):
    before = schedule.is_open(moment)
    change = schedule.next_change(moment)
    end = change or moment + timedelta(days=9)

    assert change is None or (change > moment and schedule.is_open(change) is not before)
    step = max((end - moment) / 97, timedelta(seconds=1))
    probes = [moment + step * number for number in range(97)]
    assert {schedule.is_open(probe) for probe in probes if probe < end} <= {before}


@derandomized
@given(schedules, instants)
def test_just_before_a_change_all_is_as_it_was(schedule, moment):
    change = schedule.next_change(moment)

    if change:
        just_before = change - timedelta(microseconds=1)
        assert schedule.is_open(just_before) is schedule.is_open(moment)


@derandomized
@given(schedules, instants)
def test_the_words_stay_the_same_until_the_next_edge(schedule, moment):
    edge = schedule.next_edge(moment)
    end = edge or moment + timedelta(days=3)

    said = opening_words.state(schedule, moment)
    for share in (0.1, 0.5, 0.9, 0.999):
        assert opening_words.state(schedule, moment + (end - moment) * share) == said


@derandomized
@given(schedules, instants)
def test_only_the_clock_on_the_wall_decides(schedule, moment):
    local = moment.astimezone(COPENHAGEN)
    the_other_time = local.replace(fold=1 - local.fold).astimezone(UTC)

    assert schedule.is_open(moment) is schedule.is_open(the_other_time)


# In words


ENGLISH_WEEKS = [
    (WEEKDAYS_9_TO_15, ["Monday–Friday 9:00–15:00"]),
    ({Stretch(day, time(8), time(22)) for day in range(7)}, ["Every day 8:00–22:00"]),
    (ROUND_THE_CLOCK, ["Every day, round the clock"]),
    (
        {
            Stretch(0, time(9), time(12)),
            Stretch(0, time(13), time(15, 30)),
            Stretch(2, time(9), time(0)),
        },
        ["Monday 9:00–12:00 and 13:00–15:30", "Wednesday 9:00–24:00"],
    ),
    ({Stretch(0, time(9), time(13)), Stretch(0, time(12), time(15))}, ["Monday 9:00–15:00"]),
    (set(), []),
]


@pytest.mark.parametrize(("week", "lines"), ENGLISH_WEEKS)
def test_days_with_the_same_hours_are_said_together(week, lines):
    with translation.override("en"):
        assert opening_words.weekly(Schedule(frozenset(week))) == lines


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23T08:00", "The line is closed. It opens today at 9:00."),
        ("2026-11-23T09:00", "The line is open until 15:00."),
        ("2026-11-23T15:00", "The line is closed. It opens tomorrow at 9:00."),
        ("2026-11-20T15:00", "The line is closed. It opens Monday at 9:00."),
        ("2026-12-23T15:00", "The line is closed. It opens 4 January at 9:00."),
    ],
)
def test_what_is_said_of_now(moment, words):
    christmas = frozenset(date(2026, 12, 24) + timedelta(number) for number in range(9))

    with translation.override("en"):
        assert opening_words.state(Schedule(WEEKDAYS_9_TO_15, christmas), at(moment)) == words


@pytest.mark.parametrize(
    ("week", "words"),
    [
        ({Stretch(0, time(9), time(0))}, "The line is open until 24:00."),
        (NIGHTS, "The line is open until tomorrow at 6:00."),
        (ROUND_THE_CLOCK, "The line is open round the clock."),
    ],
)
def test_what_is_said_late_in_the_evening(week, words):
    with translation.override("en"):
        assert opening_words.state(Schedule(frozenset(week)), at("2026-11-23T23:00")) == words


# As data


def test_schema_org_gets_the_days_of_equal_hours_together_and_the_closed_days():
    schedule = Schedule(
        frozenset([Stretch(0, time(9), time(15)), Stretch(4, time(9), time(15))]),
        frozenset([date(2026, 12, 24)]),
    )

    assert opening_hours(schedule) == [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": ["https://schema.org/Monday", "https://schema.org/Friday"],
            "opens": "09:00",
            "closes": "15:00",
        },
        {
            "@type": "OpeningHoursSpecification",
            "opens": "00:00",
            "closes": "00:00",
            "validFrom": "2026-12-24",
            "validThrough": "2026-12-24",
        },
    ]


def test_a_day_that_ends_at_midnight_does_not_look_closed_to_schema_org():
    assert [row["closes"] for row in opening_hours(Schedule(ROUND_THE_CLOCK))] == ["23:59"]
