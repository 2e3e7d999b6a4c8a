"""What is typed wrongly gets a message at its field, and is not lost."""

import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models.signals import pre_save

from content.networks.models import Network
from content.pages.models import Document, Page, Recommendation
from content.statistics.models import ConcernYear

from .editors import add, address, change, errors, signed_in


def refused(response):
    """The fields with a message; and a refusal never leads on to another page."""
    assert response.status_code == 200
    return list(errors(response))


def test_more_interventions_than_referrals(publisher, definition):
    response = add(
        publisher,
        ConcernYear,
        year="2016",
        referrals="1",
        interventions="2",
        definition=str(definition.pk),
    )

    assert refused(response) == ["interventions"]
    assert response.context["adminform"].form["referrals"].value() == "1"


def test_a_year_that_is_there_already(publisher, concern_year):
    response = add(
        publisher,
        ConcernYear,
        year="2014",
        referrals="2",
        interventions="1",
        definition=str(concern_year.definition_id),
    )

    assert refused(response) == ["year"]


@pytest.mark.parametrize("year", ["1999", "2999", "tyve", "-1", ""])
def test_a_year_that_can_not_be(publisher, definition, year):
    response = add(
        publisher,
        ConcernYear,
        year=year,
        referrals="2",
        interventions="1",
        definition=str(definition.pk),
    )

    assert refused(response) == ["year"]


@pytest.mark.parametrize("slug", ["strategi", "admin", "soeg", "æble", "a b", ""])
def test_an_address_that_can_not_be(publisher, page, slug):
    response = add(publisher, Page, title_da="Ny", slug=slug)

    assert refused(response) == ["slug"]
    assert response.context["adminform"].form["title_da"].value() == "Ny"


def test_a_page_below_itself(publisher, page):
    child = Page(slug="under", title_da="Under", parent=page)
    child.save()

    response = change(publisher, page, parent=str(child.pk), minor_change="on")

    assert refused(response) == ["parent"]


def test_a_page_that_replaces_itself(publisher, page):
    response = change(
        publisher, page, policy="replaced", replaced_by=str(page.pk), minor_change="on"
    )

    assert refused(response) == ["replaced_by"]


def test_a_replaced_page_that_names_no_successor(publisher, page):
    response = change(publisher, page, policy="replaced", minor_change="on")

    assert refused(response) == ["replaced_by"]


def test_a_second_front_page(publisher, home):
    response = add(publisher, Page, title_da="Ny", kind="home")

    assert refused(response) == ["slug", "kind"]


def test_a_number_twice_on_a_page(publisher):
    page = Page(kind="recommendations", slug="anbefalinger", title_da="Anbefalinger")
    page.save()
    Recommendation.objects.create(page=page, number=1, title_da="Lyt")

    response = add(publisher, Recommendation, page=str(page.pk), number="1", title_da="Spørg")

    assert refused(response) == ["number"]


def test_a_month_without_its_year(publisher):
    response = add(publisher, Network, name="Net", slug="net", joined_month="3")

    assert refused(response) == ["joined_year"]


def test_a_network_joined_before_it_was_founded(publisher):
    response = add(
        publisher, Network, name="Net", slug="net", founded="2015", joined_year="2014"
    )

    assert refused(response) == ["joined_year"]


@pytest.mark.parametrize("number", ["33 17", "abc", "+45 33 17 29 29 29", ""])
def test_a_phone_number_that_can_not_be_dialled(publisher, advice_unit, number):
    response = change(
        publisher, advice_unit, minor_change="on", **{"phone_numbers-0-number": number}
    )

    assert refused(response) == ["phone_numbers-0-number"]


def row(prefix, number, **values):
    """A new row of an inline, as its script would add it."""
    count = {f"{prefix}-TOTAL_FORMS": str(number + 1)}
    return count | {f"{prefix}-{number}-{name}": value for name, value in values.items()}


def test_a_closing_time_before_the_opening_time(publisher, advice_unit):
    hours = row("opening_hours", 0, weekday="0", opens="15:00", closes="9:00")

    response = change(publisher, advice_unit, minor_change="on", **hours)

    assert refused(response) == ["opening_hours-0-closes"]


def test_a_closed_day_that_is_no_day(publisher, advice_unit):
    day = row("closed_days", 0, date="31.2.2026")

    response = change(publisher, advice_unit, minor_change="on", **day)

    assert refused(response) == ["closed_days-0-date"]


@pytest.mark.parametrize(
    "text",
    [
        "<p>Ring på 33 17 29 29.</p>",
        '<p><a href="/strategi/">klik her</a></p>',
        "<h2>To</h2><h4>Fire</h4>",
    ],
)
def test_a_text_that_breaks_the_rules(publisher, text):
    response = add(publisher, Page, title_da="Ny", slug="ny", body_da=text)

    assert refused(response) == ["body_da"]
    assert response.context["adminform"].form["body_da"].value() == text


@pytest.mark.parametrize("name", ["strategi.pdf", "strategi.exe", "strategi.svg"])
def test_a_disguised_file_leaves_what_was_typed(publisher, page, name):
    file = SimpleUploadedFile(name, b"<html><script>alert(1)</script></html>")

    response = add(publisher, Document, page=str(page.pk), title_da="Strategien", file=file)

    assert refused(response) == ["file"]
    assert response.context["adminform"].form["title_da"].value() == "Strategien"


def test_the_message_is_danish(publisher, page):
    response = add(publisher, Page, title_da="", slug="ny")

    assert errors(response) == {"title_da": ["Dette felt er påkrævet."]}


@pytest.mark.parametrize("pk", ["x", "999999"])
@pytest.mark.parametrize("view", ["change", "delete", "withdraw"])
def test_an_object_that_is_not_there(publisher, view, pk):
    response = publisher.get(address(Page, view, pk))

    assert response["Location"] == "/admin/"


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="SQLite lets one save at a time, so nobody races"
)
def test_whoever_saves_second_is_told_at_the_field():
    def save_the_same_first(**kwargs):
        pre_save.disconnect(save_the_same_first, Network)
        other = threading.Thread(target=save_and_close)
        other.start()
        other.join()

    def save_and_close():
        Network.objects.create(name="Andet net", slug="net")
        connection.close()

    client = signed_in("udgiver")
    pre_save.connect(save_the_same_first, Network)

    response = add(client, Network, name="Net", slug="net")

    assert refused(response) == ["slug"]
