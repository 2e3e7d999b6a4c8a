"""Yearly figures from a file: what is taken in, and what is said of what isn't."""

import io
import zipfile

import openpyxl
import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from content.publishing import door
from content.publishing.models import UpdateNote
from content.statistics.import_formats import CSV, XLSX
from content.statistics.models import ConcernYear
from content.statistics.resources import ConcernYearResource, heading
from tests.statistics_data import define

pytestmark = pytest.mark.django_db

HEADINGS = ["year", "referrals", "interventions"]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def as_csv(rows):
    lines = [",".join(str(cell) for cell in row) for row in rows]
    return CSV().create_dataset("\r\n".join(lines))


def as_xlsx(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return XLSX().create_dataset(file.getvalue())


def imported(*rows, headings=HEADINGS, read=as_csv, **options):
    return ConcernYearResource().import_data(read([headings, *rows]), **options)


def figures():
    return list(ConcernYear.objects.order_by("year").values_list(*HEADINGS))


def errors(result):
    """{row: {column: messages}} as a spreadsheet numbers rows."""
    return {row.number: row.error_dict for row in result.invalid_rows}


@pytest.mark.parametrize("read", [as_csv, as_xlsx])
def test_new_years_are_taken_in_and_wait_to_be_published(definition, read):
    result = imported([2014, 60, 22], [2015, 100, 18], read=read)

    assert errors(result) == {}
    assert figures() == [(2014, 60, 22), (2015, 100, 18)]
    assert set(ConcernYear.objects.values_list("state", flat=True)) == {"unpublished"}


def test_a_dry_run_shows_what_would_change_and_changes_nothing(concern_year):
    result = imported([2014, 61, 22], [2015, 100, 18], dry_run=True)

    assert [row.import_type for row in result.rows] == ["update", "new"]
    [changed, new] = result.rows
    shown = dict(zip(result.diff_headers, changed.diff, strict=True))
    assert shown[heading("interventions")] == "<span>22</span>"
    assert "<del" in shown[heading("referrals")]
    assert "<ins" in shown[heading("referrals")]
    assert "100" in dict(zip(result.diff_headers, new.diff, strict=True))[heading("referrals")]
    assert figures() == [(2014, 60, 22)]


def test_a_year_that_is_the_same_is_passed_over(concern_year):
    result = imported([2014, 60, 22])

    assert [row.import_type for row in result.rows] == ["skip"]


@pytest.mark.parametrize("read", [as_csv, as_xlsx])
@pytest.mark.parametrize(
    ("row", "column"),
    [
        (["soon", 100, 18], "year"),
        ([timezone.localdate().year + 1, 100, 18], "year"),
        ([1999, 100, 18], "year"),
        ([None, 100, 18], "year"),
        ([2015, "a hundred", 18], "referrals"),
        ([2015, "1.200", 18], "referrals"),
        ([2015, "1 200", 18], "referrals"),
        ([2015, 12.5, 2], "referrals"),
        ([2015, None, 0], "referrals"),
        ([2015, 100, -1], "interventions"),
        ([2015, 100, 101], "interventions"),
        ([2015, 100, "=1+1"], "interventions"),
    ],
)
def test_a_wrong_cell_is_told_of_by_row_and_column(definition, read, row, column):
    row = ["" if cell is None and read is as_csv else cell for cell in row]

    result = imported([2014, 60, 22], row, read=read)

    assert {number: list(columns) for number, columns in errors(result).items()} == {
        3: [heading(column)]
    }


def test_a_year_that_the_file_has_twice_is_told_of(definition):
    result = imported([2014, 60, 22], [2015, 100, 18], [2014, 61, 22])

    assert errors(result) == {4: {heading("year"): ["The file has this year more than once."]}}


def test_all_that_is_wrong_with_a_row_is_told_at_once(definition):
    result = imported(["soon", "many", -1])

    assert {number: set(columns) for number, columns in errors(result).items()} == {
        2: {heading("year"), heading("referrals"), heading("interventions")}
    }


def test_an_empty_line_is_passed_over(definition):
    result = imported([2014, 60, 22], [None, None, None], read=as_xlsx)

    assert errors(result) == {}
    assert figures() == [(2014, 60, 22)]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("change", [str, str.upper, str.lower])
def test_headings_are_those_of_the_admin(definition, language, change):
    with translation.override(language):
        headings = [change(heading(name)) for name in HEADINGS]

    with translation.override("da"):
        result = imported([2014, 60, 22], headings=headings)

    assert errors(result) == {}
    assert figures() == [(2014, 60, 22)]


@pytest.mark.parametrize(
    "headings",
    [["year", "refferals", "interventions"], ["referrals"], ["year", "year", "referrals"]],
)
def test_a_column_that_is_not_known_or_missing_stops_the_file(definition, headings):
    result = imported([2014, 60, 22][: len(headings)], headings=headings)

    assert len(result.base_errors) == 1
    assert figures() == []


def test_semicolons_of_a_danish_spreadsheet_are_read(definition):
    data = CSV().create_dataset("\ufeffyear;referrals;interventions\r\n2014;60;22\r\n".encode())

    ConcernYearResource().import_data(data)

    assert figures() == [(2014, 60, 22)]


def test_all_fields_are_read_from_what_people_write(definition):
    imported(
        [2014, 60, 22, "Provisional", definition.name_da, "Note", "Kilde", "09.02.2016"],
        headings=[
            *HEADINGS,
            "status",
            "definition",
            "note_da",
            "source_name",
            "source_date",
        ],
    )

    year = ConcernYear.objects.get()
    assert (year.status, year.definition, year.note_da, year.source_name) == (
        "provisional",
        definition,
        "Note",
        "Kilde",
    )
    assert year.source_date.isoformat() == "2016-02-09"


@pytest.mark.parametrize(
    ("column", "value"),
    [("status", "perhaps"), ("definition", "None such"), ("source_date", "2016/31/12")],
)
def test_a_value_that_is_not_known_is_told_of_at_its_column(definition, column, value):
    result = imported([2014, 60, 22, value], headings=[*HEADINGS, column])

    assert {number: list(columns) for number, columns in errors(result).items()} == {
        2: [heading(column)]
    }


def test_a_definition_must_be_named_when_there_are_several(definition):
    define("En anden")

    result = imported([2014, 60, 22])

    assert list(errors(result)[2]) == [heading("definition")]


def test_what_is_exported_can_be_imported_unchanged(concern_year):
    exported = ConcernYearResource().export()

    result = ConcernYearResource().import_data(CSV().create_dataset(exported.export("csv")))

    assert [row.import_type for row in result.rows] == ["skip"]


def test_the_public_is_told_when_figures_that_it_has_seen_change(concern_year):
    imported([2014, 61, 22])

    assert figures() == [(2014, 61, 22)]
    assert [note.note_en for note in UpdateNote.objects.all()] == [
        "The figures for 2014 have been changed."
    ]


def test_a_dry_run_tells_the_public_nothing(concern_year):
    imported([2014, 61, 22], dry_run=True)

    assert list(UpdateNote.objects.all()) == []


@pytest.fixture
def editor():
    return get_user_model().objects.create_user("editor")


def test_who_may_not_publish_may_not_change_what_is_public(concern_year, editor):
    result = imported([2014, 61, 22], user=editor)

    assert list(errors(result)) == [2]
    assert figures() == [(2014, 60, 22)]


def test_who_may_publish_may_change_it(concern_year, editor):
    editor.user_permissions.add(Permission.objects.get(codename="publish_concernyear"))

    result = imported([2014, 61, 22], user=editor)

    assert errors(result) == {}
    assert figures() == [(2014, 61, 22)]


def test_who_may_not_publish_may_change_what_is_not_public(concern_year, editor):
    door.withdraw(concern_year)

    imported([2014, 61, 22], user=editor)

    assert figures() == [(2014, 61, 22)]


def test_a_file_that_would_fill_the_memory_is_refused():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(30 * 1024 * 1024))

    with pytest.raises(ValidationError):
        XLSX().create_dataset(bomb.getvalue())
