"""Yearly figures from a file: what would change is shown before anything does."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from content.publishing import door
from content.publishing.models import Draft, UpdateNote
from content.statistics.models import ConcernYear

from .editors import change, choose, signed_in

LOOK = reverse("admin:statistics_concernyear_import")
CONFIRM = reverse("admin:statistics_concernyear_process_import")
CSV, XLSX = "0", "1"


def csv(*rows):
    lines = ["year;referrals;interventions", *rows]
    return SimpleUploadedFile("tal.csv", "\n".join(lines).encode())


def xlsx(*rows):
    book = Workbook()
    for row in [["year", "referrals", "interventions"], *rows]:
        book.active.append(row)
    content = BytesIO()
    book.save(content)
    return SimpleUploadedFile("tal.xlsx", content.getvalue())


def look(client, file, kind=CSV):
    return client.post(LOOK, {"import_file": file, "format": kind, "resource": "0"})


def confirm(client, response, **changed):
    form = response.context["confirm_form"]
    values = {field.html_name: field.value() for field in form}
    return client.post(CONFIRM, {**values, **changed})


def figures():
    return list(ConcernYear.objects.values_list("year", "referrals", "state"))


def test_a_look_changes_nothing(concern_year):
    look(signed_in("udgiver"), csv("2014;61;22", "2015;100;18"))

    assert figures() == [(2014, 60, "published")]


def test_a_look_shows_the_old_and_the_new_value(concern_year):
    response = look(signed_in("udgiver"), csv("2014;61;22"))

    shown = re.findall(r"<del>.*</ins>", response.content.decode())
    assert shown == ["<del>60</del> <ins>61</ins>"]


@pytest.mark.parametrize("role", ["redaktør", "udgiver", "administrator"])
@pytest.mark.parametrize(("file", "kind"), [(csv, CSV), (xlsx, XLSX)])
def test_new_years_wait_to_be_published(role, file, kind, definition):
    row = "2015;100;18" if kind == CSV else [2015, 100, 18]
    client = signed_in(role)

    confirm(client, look(client, file(row), kind))

    assert figures() == [(2015, 100, "unpublished")]


def test_public_years_are_changed_through_the_door(client, concern_year):
    publisher = signed_in("udgiver")

    confirm(publisher, look(publisher, csv("2014;61;22")))

    assert figures() == [(2014, 61, "published")]
    assert UpdateNote.objects.get().author.username == "udgiver 1"


def test_an_editor_leaves_public_years_alone(concern_year):
    response = look(signed_in("redaktør"), csv("2014;61;22"))

    assert "confirm_form" not in response.context
    assert figures() == [(2014, 60, "published")]


def test_what_was_published_meanwhile_stops_the_whole_import(definition):
    editor = signed_in("redaktør")
    year = ConcernYear.objects.create(
        year=2014, referrals=60, interventions=22, definition=definition
    )
    response = look(editor, csv("2014;61;22", "2015;100;18"))
    choose(signed_in("udgiver"), "publish_selected", year)

    answer = confirm(editor, response)

    assert answer["Location"] == LOOK
    assert figures() == [(2014, 60, "published")]


def test_what_was_saved_meanwhile_stops_the_whole_import(definition):
    year = ConcernYear(year=2014, referrals=60, interventions=22, definition=definition)
    door.publish(year)
    publisher = signed_in("udgiver")
    response = look(publisher, csv("2014;61;22", "2015;100;18"))
    change(publisher, year, "_publish", referrals="70", minor_change="on")

    answer = confirm(publisher, response)

    assert answer["Location"] == LOOK
    assert figures() == [(2014, 70, "published")]


def test_a_draft_that_somebody_has_begun_stops_the_import(definition):
    year = ConcernYear(year=2014, referrals=60, interventions=22, definition=definition)
    door.publish(year)
    change(signed_in("redaktør"), year, "_draft", referrals="70")

    response = look(signed_in("udgiver"), csv("2014;61;22"))

    assert "confirm_form" not in response.context
    assert "Der er en kladde til tallene for 2014." in response.text
    assert Draft.objects.of(year).get().version.data["fields"]["referrals"] == 70


@pytest.mark.parametrize("row", ["2015;1;2", "2999;1;1", "2015;mange;1", "x;1;1"])
def test_a_row_with_a_mistake_stops_the_import(definition, row):
    response = look(signed_in("udgiver"), csv("2014;60;22", row))

    assert "confirm_form" not in response.context
    assert [each.number for each in response.context["result"].invalid_rows] == [3]


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        (SimpleUploadedFile("tal.xlsx", b"PK\x03\x04 not a workbook"), XLSX),
        (SimpleUploadedFile("tal.csv", b"\xff\xfe\x00"), CSV),
        (SimpleUploadedFile("tal.csv", b""), CSV),
        (SimpleUploadedFile("tal.csv", b"year\n"), CSV),
        (SimpleUploadedFile("tal.csv", b"x" * (2 * 1024 * 1024 + 1)), CSV),
    ],
    ids=["broken workbook", "no text", "empty", "no rows", "too large"],
)
def test_a_file_that_can_not_be_read_is_told_at_the_field(db, file, kind):
    file.seek(0)
    response = look(signed_in("udgiver"), file, kind)

    assert list(response.context["form"].errors) == ["import_file"]


def test_no_program_text_is_shown_for_a_strange_column(definition):
    file = SimpleUploadedFile("tal.csv", b"year;color\n2015;red\n")

    response = look(signed_in("udgiver"), file)

    assert response.context["result"].base_errors
    assert "Traceback" not in response.content.decode()


def test_only_a_file_of_the_look_before_is_imported(definition, tmp_path):
    client = signed_in("udgiver")
    response = look(client, csv("2015;100;18"))

    answer = confirm(client, response, import_file_name="passwd")

    assert list(answer.context["confirm_form"].errors) == ["import_file_name"]


def test_a_look_is_used_once(definition):
    client = signed_in("udgiver")
    response = look(client, csv("2015;100;18"))
    confirm(client, response)

    answer = confirm(client, response)

    assert list(answer.context["confirm_form"].errors) == ["import_file_name"]


def test_only_csv_and_xlsx_are_offered(admin_client):
    choices = admin_client.get(LOOK).context["form"].fields["format"].choices

    assert [label for value, label in choices if value] == ["csv", "xlsx"]
