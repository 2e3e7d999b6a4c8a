"""What a Danish reader is told of whom to call, word for word."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import strip_tags

from content.advice import contact, opening_words
from content.advice.opening import COPENHAGEN, Schedule, Stretch
from content.publishing import door

WEEKDAYS_9_TO_15 = frozenset(Stretch(day, time(9), time(15)) for day in range(5))
EVERY_DAY = frozenset(Stretch(day, time(8), time(22)) for day in range(7))
ROUND_THE_CLOCK = frozenset(Stretch(day, time(0), time(0)) for day in range(7))
CHRISTMAS = frozenset(date(2026, 12, 24) + timedelta(number) for number in range(9))


@pytest.fixture(autouse=True)
def danish():
    with translation.override("da"):
        yield


@pytest.mark.parametrize(
    ("week", "lines"),
    [
        (WEEKDAYS_9_TO_15, ["Mandag–fredag kl. 9–15"]),
        (EVERY_DAY, ["Hver dag kl. 8–22"]),
        (ROUND_THE_CLOCK, ["Hver dag, døgnet rundt"]),
        (
            {Stretch(0, time(9), time(12)), Stretch(0, time(13), time(15, 30))},
            ["Mandag kl. 9–12 og 13–15.30"],
        ),
    ],
)
def test_the_hours_of_a_week(week, lines):
    assert opening_words.weekly(Schedule(frozenset(week))) == lines


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23T08:00", "Telefonen er lukket. Den åbner i dag kl. 9."),
        ("2026-11-23T09:00", "Telefonen er åben til kl. 15."),
        ("2026-11-23T15:00", "Telefonen er lukket. Den åbner i morgen kl. 9."),
        ("2026-11-20T15:00", "Telefonen er lukket. Den åbner mandag kl. 9."),
        ("2026-12-23T15:00", "Telefonen er lukket. Den åbner den 4. januar kl. 9."),
    ],
)
def test_what_is_said_of_now(moment, words):
    at = datetime.fromisoformat(moment).replace(tzinfo=COPENHAGEN)

    assert opening_words.state(Schedule(WEEKDAYS_9_TO_15, CHRISTMAS), at) == words


def test_the_contact_bar(advice_unit, help_line):
    for field in ("for_parents_da", "for_pedagogues_da", "for_teachers_da"):
        setattr(advice_unit, field, "Ja.")
    door.publish(advice_unit)

    bar = contact.bar(datetime(2026, 11, 23, 12, tzinfo=UTC))
    text = strip_tags(render_to_string("advice/_contact_bar.html", bar))

    assert " ".join(text.split()) == (
        "Rådgivning for forældre, pædagoger og lærere Ring 33 17 29 29 "
        "Ring 112, hvis nogen er i fare nu"
    )
