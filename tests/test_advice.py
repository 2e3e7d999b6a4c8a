"""Whom to call: the bar on every page, the panel, the cards and the data."""

import json
import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
import vobject
from django.db import IntegrityError
from django.template.loader import render_to_string
from django.test import RequestFactory, override_settings
from django.urls import reverse
from django.utils import translation

from content.advice import contact
from content.advice.models import AdviceUnit, HelpLine
from content.advice.shown import shown
from content.advice.structured import contact_points
from content.advice.templatetags import advice
from content.pages.models import Page
from content.publishing import door
from content.publishing.kept import one_edition_a_request

MONDAY_NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
MONDAY_NIGHT = datetime(2026, 11, 23, 22, tzinfo=UTC)


@pytest.fixture
def advice_page(db):
    page = Page(kind="advice", slug="raadgivning", title_da="Rådgivning", title_en="Advice")
    door.publish(page)
    return page


@pytest.fixture
def hotline(db):
    """A line that takes over, and answers from 8 to 22 every day."""
    line = HelpLine(
        name_da="Hotlinen",
        name_en="The hotline",
        situation_da="Konkret bekymring",
        situation_en="A concrete concern",
        number="41 74 90 90",
        takes_over=True,
        position=20,
    )
    door.publish(line)
    for weekday in range(7):
        line.opening_hours.create(weekday=weekday, opens=time(8), closes=time(22))
    door.publish(line)
    return line


def open_on_weekdays(unit):
    for weekday in range(5):
        unit.opening_hours.create(weekday=weekday, opens=time(9), closes=time(15))
    door.publish(unit)


def bar(at, language="en"):
    """The bar's text at `at`, as one line."""
    with translation.override(language):
        html = render_to_string("advice/_contact_bar.html", contact.bar(at))
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


# The bar


def test_the_bar_calls_the_first_number_of_the_first_unit(advice_unit, help_line):
    advice_unit.for_parents_da = "Om dit barn."
    advice_unit.for_teachers_da = "Om en elev."
    door.publish(advice_unit)

    assert bar(MONDAY_NOON) == (
        "Advice for parents and teachers Call 33 17 29 29 Call 112 if somebody is in danger now"
    )


def test_every_number_in_the_bar_can_be_pressed(advice_unit, help_line):
    html = render_to_string("advice/_contact_bar.html", contact.bar(MONDAY_NOON))

    assert re.findall(r'href="([^"]+)"', html) == ["tel:+4533172929", "tel:112"]


def test_the_number_is_never_broken_over_two_lines(advice_unit):
    html = render_to_string("advice/_contact_bar.html", contact.bar(MONDAY_NOON))

    assert re.findall(r"33.17.29.29", html) == ["33\xa017\xa029\xa029"]


def test_a_name_that_is_not_translated_is_marked_as_danish(advice_unit):
    advice_unit.name_en = None
    door.publish(advice_unit)

    with translation.override("en"):
        html = render_to_string("advice/_contact_bar.html", contact.bar(MONDAY_NOON))

    assert '<span lang="da">Rådgivningen</span>' in html


def test_a_unit_without_hours_is_said_to_be_neither_open_nor_closed(advice_unit, hotline):
    assert bar(MONDAY_NIGHT) == "The advice unit Call 33 17 29 29"


def test_in_hours_the_bar_says_until_when_somebody_answers(advice_unit, hotline):
    open_on_weekdays(advice_unit)

    assert bar(MONDAY_NOON) == (
        "The advice unit Call 33 17 29 29 The line is open until 15:00."
    )


def test_after_hours_the_bar_says_whom_to_call_instead(advice_unit, hotline):
    open_on_weekdays(advice_unit)

    assert bar(datetime(2026, 11, 23, 17, tzinfo=UTC)) == (
        "The advice unit Call 33 17 29 29 "
        "The line is closed. It opens tomorrow at 9:00. "
        "Call instead: The hotline , 41 74 90 90 . The line is open until 22:00."
    )


def test_when_nobody_answers_the_bar_says_who_will_answer_first(advice_unit, hotline):
    open_on_weekdays(advice_unit)

    assert bar(MONDAY_NIGHT).endswith(
        "Call instead: The hotline , 41 74 90 90 . "
        "The line is closed. It opens tomorrow at 8:00."
    )


def test_a_line_that_opens_later_than_the_unit_is_no_help(advice_unit, hotline):
    hotline.opening_hours.update(opens=time(10))
    open_on_weekdays(advice_unit)

    assert bar(MONDAY_NIGHT) == (
        "The advice unit Call 33 17 29 29 The line is closed. It opens tomorrow at 9:00."
    )


def test_on_a_closed_day_the_other_line_takes_over(advice_unit, hotline):
    advice_unit.closed_days.create(date=date(2026, 11, 23))
    open_on_weekdays(advice_unit)

    assert contact.bar(MONDAY_NOON)["stand_in"] == hotline


def test_of_two_lines_the_one_that_answers_now_takes_over(advice_unit, hotline):
    early = HelpLine(
        name_da="Døgnvagten", situation_da="Nat", number="33173333", takes_over=True, position=1
    )
    door.publish(early)
    for weekday in range(7):
        early.opening_hours.create(weekday=weekday, opens=time(0), closes=time(6))
    open_on_weekdays(advice_unit)

    assert contact.bar(datetime(2026, 11, 23, 18, tzinfo=UTC))["stand_in"] == hotline
    assert contact.bar(datetime(2026, 11, 24, 2, tzinfo=UTC))["stand_in"] == early


def test_when_the_unit_is_withdrawn_the_other_line_is_the_one_to_call(advice_unit, hotline):
    door.withdraw(advice_unit)

    assert bar(MONDAY_NOON) == "The hotline Call 41 74 90 90 The line is open until 22:00."


def test_a_unit_without_a_number_is_passed_over(advice_unit, hotline):
    advice_unit.phone_numbers.all().delete()
    door.publish(advice_unit)

    assert contact.bar(MONDAY_NOON)["call"] == hotline


def test_with_the_emergency_number_alone_the_bar_shows_it(help_line):
    assert bar(MONDAY_NOON) == "Call 112 if somebody is in danger now"


def test_with_nobody_to_call_there_is_no_bar(db):
    assert bar(MONDAY_NOON) == ""


def test_the_bar_follows_a_changed_number_at_once(client, advice_unit, home):
    client.get("/")
    advice_unit.phone_numbers.update(number="+4540207198")
    door.publish(advice_unit)

    assert "tel:+4540207198" in client.get("/").text


def test_the_bar_costs_nothing_beyond_the_edition(
    advice_unit, hotline, django_assert_num_queries
):
    advice.contact_bar()

    with django_assert_num_queries(1):
        advice.contact_bar()


@pytest.mark.parametrize("rows", [1, 4])
def test_reading_the_contacts_costs_the_same_for_one_row_and_for_many(
    advice_unit, hotline, rows, django_assert_num_queries
):
    for number in range(rows):
        door.publish(HelpLine(name_da="Linje", situation_da="Nu", number=f"3317332{number}"))
        other = AdviceUnit(name_da="Enhed")
        other.save()
        other.phone_numbers.create(number=f"+453317331{number}")
        door.publish(other)

    # The edition, and what stands on every page.
    with django_assert_num_queries(2):
        known = one_edition_a_request(lambda _request: contact.contacts())(
            RequestFactory().get("/")
        )

    assert (len(known.units), len(known.lines)) == (1 + rows, 1 + rows)


# When the pages change by themselves


def test_the_next_edge_is_the_soonest_of_all_the_hours(advice_unit, hotline):
    open_on_weekdays(advice_unit)

    assert contact.contacts().next_edge(MONDAY_NOON) == datetime(2026, 11, 23, 14, tzinfo=UTC)
    assert contact.contacts().next_edge(datetime(2026, 11, 23, 15, tzinfo=UTC)) == datetime(
        2026, 11, 23, 21, tzinfo=UTC
    )


def test_without_hours_the_pages_never_change_by_themselves(advice_unit, help_line):
    assert contact.contacts().next_edge(MONDAY_NOON) is None


def test_what_is_said_of_hours_is_made_again_when_they_change(advice_unit, hotline):
    open_on_weekdays(advice_unit)
    made_at = []

    def say(at):
        made_at.append(at)
        return contact.bar(at)

    closing = datetime(2026, 11, 23, 14, tzinfo=UTC)
    moments = [MONDAY_NOON, MONDAY_NOON + timedelta(minutes=1), closing, MONDAY_NOON]
    said = [shown("advice/_contact_bar.html", say, at).html for at in moments]

    assert made_at == [MONDAY_NOON, closing, MONDAY_NOON]
    assert said[0] == said[1] == said[3] != said[2]


@pytest.mark.usefixtures("advice_unit", "help_line")
def test_what_is_said_without_hours_holds_for_the_day():
    bar = shown("advice/_contact_bar.html", contact.bar, MONDAY_NOON)

    assert bar.until == datetime(2026, 11, 23, 23, tzinfo=UTC)


# Without the database


def test_the_last_known_contact_is_what_the_bar_showed_and_asks_no_database(
    advice_unit, django_assert_num_queries
):
    advice.contact_bar()

    with django_assert_num_queries(0):
        known = contact.last_known_contact()

    assert known == contact.Contact("Rådgivningen", "33\xa017\xa029\xa029", "tel:+4533172929")


@override_settings(FALLBACK_PHONE="+4540207198")
def test_before_any_bar_was_shown_the_configured_number_is_known(monkeypatch):
    monkeypatch.setattr(contact, "_shown", {})

    assert contact.last_known_contact() == contact.Contact(
        "", "40\xa020\xa071\xa098", "tel:+4540207198"
    )


# The panel


def test_only_facts_that_are_there_are_shown(client, advice_page, advice_unit):
    advice_unit.cost_da = "Rådgivningen er gratis."
    door.publish(advice_unit)

    html = client.get("/en/raadgivning/").text

    headings = re.findall(r"<dt>([^<]+)</dt>", html)
    assert headings == ["What it costs"]
    assert '<dd lang="da"><p>Rådgivningen er gratis.</p></dd>' in html


def test_danger_comes_first_then_the_unit_then_the_doors_then_the_other_numbers(
    client, advice_page, advice_unit, help_line
):
    for field in ("for_parents_da", "for_pedagogues_da", "for_teachers_da", "anonymity_da"):
        setattr(advice_unit, field, "Ja.")
    door.publish(advice_unit)

    panel = client.get("/en/raadgivning/").text.partition('data-element="advice-contact"')[2]

    assert re.findall(r"<h[23][^>]*>([^<]+)</h[23]>", panel.partition("</main>")[0])[:7] == [
        "Is somebody in danger now?",
        "The advice unit",
        "What happens when you call",
        "For parents",
        "For pedagogues",
        "For teachers",
        "Other numbers",
    ]
    assert re.findall(r'<section class="advice-door" id="([a-z]+)"', panel) == [
        "foraeldre",
        "paedagoger",
        "laerere",
    ]


def test_two_units_share_no_id(client, advice_page, advice_unit):
    other = AdviceUnit(name_da="Den anden", for_parents_da="Ja.", position=20)
    advice_unit.for_parents_da = "Ja."
    for unit in (advice_unit, other):
        door.publish(unit)

    ids = re.findall(r' id="([^"]+)"', client.get("/raadgivning/").text)

    assert sorted(ids) == sorted(set(ids))


def test_a_number_shows_how_it_is_called_from_abroad_and_when_it_was_confirmed(
    client, advice_page, advice_unit
):
    advice_unit.phone_numbers.update(verified_on=date(2026, 11, 2))
    door.publish(advice_unit)

    html = client.get("/en/raadgivning/").text

    assert "From abroad: +45\xa033\xa017\xa029\xa029" in html
    assert "The number was confirmed on 2 November 2026." in html


def test_the_source_of_a_number_stands_on_the_page(client, advice_page, hotline):
    hotline.source_name = "Den nationale hotline"
    hotline.source_url = "https://antiradikalisering.dk/"
    door.publish(hotline)

    html = client.get("/raadgivning/").text

    assert '<a href="https://antiradikalisering.dk/">Den nationale hotline</a>' in html


def test_a_closed_day_that_is_past_is_not_shown(advice_unit):
    advice_unit.closed_days.create(date=date(2020, 12, 24))
    coming = advice_unit.closed_days.create(date=date(2090, 12, 24))

    assert advice.coming_closed_days(advice_unit) == [coming]


def test_the_anchor_of_a_help_line_is_on_the_page_it_leads_to(client, advice_page, help_line):
    path, _hash, anchor = help_line.get_absolute_url().partition("#")

    assert f'id="{anchor}"' in client.get(path).text


def test_without_anything_published_the_page_still_answers(client, advice_page):
    response = client.get("/en/raadgivning/")

    assert (response.status_code, response.text.count('href="tel:')) == (200, 0)


def test_the_unit_is_found_by_what_it_says_of_the_call(advice_unit):
    advice_unit.anonymity_da = "Du kan være anonym."

    with translation.override("da"):
        title, text = advice_unit.searchable()

    assert (title, text) == ("Rådgivningen", "Du kan være anonym. +4533172929")


# Cards


def test_the_contact_card_opens_as_a_vcard_with_number_and_address(client, advice_unit):
    advice_unit.summary_da = "Ring; også anonymt,\nhvis du vil."
    advice_unit.email = "raad@example.dk"
    open_on_weekdays(advice_unit)

    response = client.get("/raadgivning/kontakt.vcf")

    card = vobject.readOne(response.text)
    assert response["Content-Type"] == "text/vcard; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="kontakt.vcf"'
    assert response["X-Robots-Tag"] == "noindex"
    assert (card.version.value, card.fn.value) == ("3.0", "Rådgivningen")
    assert (card.org.value, card.tel.value) == (["Rådgivningen"], "+4533172929")
    assert card.email.value == "raad@example.dk"
    assert card.url.value.endswith("/raadgivning/")
    assert card.note.value.startswith("Ring; også anonymt,\nhvis du vil.\n")


def test_the_contact_card_has_the_names_of_its_language(client, advice_unit):
    card = vobject.readOne(client.get("/en/raadgivning/kontakt.vcf").text)

    assert (card.fn.value, card.url.value[-16:]) == ("The advice unit", "/en/raadgivning/")


def test_the_lines_of_a_vcard_end_and_fold_as_the_standard_asks(client, advice_unit):
    advice_unit.summary_da = "Æ" * 300
    door.publish(advice_unit)

    lines = client.get("/raadgivning/kontakt.vcf").content.split(b"\r\n")

    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in b"".join(lines)


def test_without_a_number_there_is_no_contact_card(client, help_line):
    assert client.get("/raadgivning/kontakt.vcf").status_code == 404


def test_the_printed_card_has_every_number_and_is_not_for_search_engines(
    client, site_settings, advice_unit, help_line, hotline
):
    response = client.get(reverse("advice_card"))

    card = response.text.partition('class="paper-card"')[2].partition("</article>")[0]
    assert re.findall(r'href="(tel:[^"]+)"', card) == [
        "tel:+4533172929",
        "tel:112",
        "tel:+4541749090",
    ]
    assert response["X-Robots-Tag"] == "noindex"


# Data


def test_each_number_is_a_contact_point(advice_unit):
    advice_unit.phone_numbers.create(number="+4540207198", label_en="At night", position=20)
    open_on_weekdays(advice_unit)

    with translation.override("en"):
        first, second = contact_points()

    assert (first["name"], first["telephone"]) == ("The advice unit", "+4533172929")
    assert (second["name"], second["telephone"]) == ("At night", "+4540207198")
    assert first["url"].endswith("/en/raadgivning/")
    assert [row["opens"] for row in first["hoursAvailable"]] == ["09:00"]


def test_what_an_editor_writes_cannot_end_the_script_of_data(advice_unit):
    advice_unit.name_da = "</script><script>alert(1)</script>&amp;"
    door.publish(advice_unit)

    html = advice.contact_point_jsonld()

    data = html.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert "<" not in data
    assert json.loads(data)["@graph"][0]["name"] == advice_unit.name_da


# Rules of the rows


def test_a_stretch_may_end_at_midnight(advice_unit):
    hours = advice_unit.opening_hours.create(weekday=0, opens=time(0), closes=time(0))

    hours.full_clean()


def test_a_stretch_may_not_close_before_it_opens(advice_unit):
    with pytest.raises(IntegrityError):
        advice_unit.opening_hours.create(weekday=0, opens=time(15), closes=time(9))
