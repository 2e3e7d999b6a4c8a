"""Files that are made to exhaust, to run, or to be taken for something else."""

import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import translation

from content.pages.models import Document
from content.pages.uploads.inspect import inspect
from content.publishing.models import Act

from . import hostile_files as hostile
from .disk import room_for
from .editors import add, errors
from .files import docx, odt, pdf, picture

pytestmark = pytest.mark.usefixtures("media")

ROOT = Path(__file__).parent.parent
EXHAUSTING = {
    "a list that unpacks": ("x.pdf", hostile.pdf_with_a_list_that_unpacks, "disguised"),
    "packed twice": ("x.pdf", hostile.pdf_packed_twice, "let in"),
    "many values": ("x.pdf", hostile.pdf_of_many_values, "too-large"),
    "nested": ("x.pdf", hostile.pdf_nested, "damaged"),
    "pages in themselves": ("x.pdf", hostile.pdf_whose_pages_hold_themselves, "damaged"),
    "many chunks": ("x.png", hostile.png_of_many_chunks, "disguised"),
    "a profile that unpacks": (
        "x.png",
        hostile.png_with_a_colour_profile_that_unpacks,
        "damaged",
    ),
    "texts that unpack": ("x.png", hostile.png_with_texts_that_unpack, "damaged"),
    "many segments": ("x.jpg", hostile.jpeg_of_many_segments, "disguised"),
    "filling": ("x.jpg", hostile.jpeg_of_filling, "disguised"),
    "many scans": ("x.jpg", hostile.jpeg_of_many_scans, "disguised"),
    "many relations": ("x.docx", hostile.docx_of_many_relations, "let in"),
}
# In a process that has little left: what is more ends it.
LOOK = """
import resource, sys, django
django.setup()
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from content.pages.uploads.inspect import inspect
file = ContentFile(sys.stdin.buffer.read(), sys.argv[1])
pages = int(open("/proc/self/statm").read().split()[0])
most = pages * resource.getpagesize() + 150 * 1024 * 1024
resource.setrlimit(resource.RLIMIT_AS, (most, most))
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
try:
    inspect(file)
except ValidationError as refusal:
    print(refusal.code)
else:
    print("let in")
"""


@pytest.mark.parametrize("name", EXHAUSTING)
def test_a_file_that_is_made_to_exhaust_finds_a_ceiling(name, tmp_path):
    file, make, expected = EXHAUSTING[name]

    done = subprocess.run(
        [sys.executable, "-c", LOOK, file],
        input=make(),
        cwd=ROOT,
        env={
            "DJANGO_SETTINGS_MODULE": "kbh_radikalisering.settings",
            "DATA_DIR": str(tmp_path),
        },
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stdout.decode().strip()) == (0, expected)


def outcome(name, content):
    try:
        inspect(ContentFile(content, name))
    except ValidationError as refusal:
        return refusal.code
    return "let in"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (b"(https://example.dk/)", "let in"),
        (b"(mailto:a@example.dk)", "let in"),
        (b"(side2.pdf)", "let in"),
        (b"(javascript:alert\\(1\\))", "link"),
        (b"(\\152avascript:x)", "link"),
        (b"(JavaScript:x)", "link"),
        (b"(file:///etc/passwd)", "link"),
        (b"<6a6176617363726970743a78>", "link"),
        (b"<FEFF006A006100760061007300630072>", "action"),
    ],
)
def test_a_pdf_leads_only_where_a_browser_may_go(address, expected):
    assert outcome("x.pdf", hostile.pdf_that_leads_to(address)) == expected


def test_a_pdf_does_not_ask_another_machine_for_a_file():
    other = b"/A << /S /GoToR /F (\\\\\\\\evil.example\\\\share\\\\x.pdf) /D [0 /Fit] >>"

    assert outcome("x.pdf", hostile.pdf_with(page=other)) == "action"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<office:a xlink:href="https://example.dk/"/>', "let in"),
        ('<draw:image xlink:href="Pictures/kort.png"/>', "let in"),
        ('<draw:object xlink:href="./Object 1"/>', "let in"),
        ('<draw:image xlink:href="https://evil.example/x.png"/>', "fetches-parts"),
        ('<draw:image xlink:href="file:///etc/passwd"/>', "fetches-parts"),
        ('<draw:image xlink:href="//evil.example/x.png"/>', "fetches-parts"),
        ('<draw:image xlink:href="../../x.png"/>', "fetches-parts"),
        ('<script:event-listener xlink:href="vnd.sun.star.script:x"/>', "macros"),
        ("<office:script/>", "macros"),
        ('<office:dde-source office:dde-application="cmd"/>', "macros"),
        ("<draw:image>", "damaged"),
    ],
)
def test_an_open_document_runs_nothing_and_fetches_nothing(inside, expected):
    assert outcome("x.odt", hostile.odt_text(inside)) == expected


@pytest.mark.parametrize(
    "name", ["word/virus.exe", "word/x.JS", "word/embeddings/x.xlsm", "x.html", "a.lnk"]
)
def test_an_office_file_carries_no_program(name):
    assert outcome("x.docx", docx(**{name: "x"})) == "macros"
    assert outcome("x.odt", odt(**{name: "x"})) == "macros"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        # What is read as two things is stored as one, or as none.
        ("x.jpg", picture("JPEG") + docx(), "let in"),
        ("x.png", picture("PNG") + b"<?php system($_GET[0]); ?>", "let in"),
        ("x.pdf", pdf() + docx(), "disguised"),
        ("x.docx", b"%PDF-1.7\n" + docx(), "disguised"),
        ("x.pdf", b"GIF89a" + pdf(), "disguised"),
        ("x.png", b"\x89PNG\r\n\x1a\n<svg onload='alert(1)'/>", "damaged"),
        ("x.jpg", b"\xff\xd8\xff<html><script>alert(1)</script>", "damaged"),
        ("x.xhtml", b"<html/>", "type"),
        ("x.svgz", b"\x1f\x8b", "type"),
        ("x.pdf ", pdf(), "type"),
        ("x.pdf.", pdf(), "type"),
        ("x.pdf/", pdf(), "let in"),
        ("x.pdf\x00.exe", pdf(), "type"),
        ("x.\u0440df", pdf(), "type"),
    ],
)
def test_a_file_is_one_thing(name, content, expected):
    assert outcome(name, content) == expected


@pytest.mark.parametrize(
    "content", [picture("JPEG") + docx(), picture("JPEG") + b"<?php x ?>"], ids=["zip", "php"]
)
def test_of_a_picture_that_is_also_something_else_the_picture_is_left(content):
    _type, inspection = inspect(ContentFile(content, "x.jpg"))

    assert (b"PK\x03\x04" in inspection.content, b"php" in inspection.content) == (False, False)


# Through the form


def upload(client, page, name, content):
    file = SimpleUploadedFile("x", content)
    # The class would clean the name; who means harm does not.
    file._name = name
    return add(client, Document, title_da="Plan", page=page.pk, file=file)


TRICKS = [
    "../../../etc/cron.d/x.pdf",
    "..\\..\\x.pdf",
    "C:\\Windows\\x.pdf",
    "/etc/x.pdf",
    '"><script>alert(1)</script>.pdf',
    "\u202efdp.pdf",
    "CON.pdf",
    "-rf.pdf",
    "x" * 90 + ".pdf",
    ".pdf.pdf",
]


@pytest.mark.parametrize("name", TRICKS)
def test_no_name_leads_out_of_the_folder_or_comes_back(admin_client, page, media, name):
    upload(admin_client, page, name, pdf())

    [document] = Document.objects.all()
    [stored] = [file for file in media.rglob("*") if file.is_file()]
    assert stored.relative_to(media).as_posix() == document.file.name
    assert (document.file.name[:10], len(document.file.name)) == ("documents/", 46)
    assert document.file_name == "plan.pdf"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (
            "x.svg",
            b"<svg/>",
            "Filer af typen ”.svg” kan ikke bruges. Brug en af disse: pdf, docx, xlsx, pptx, "
            "odt, ods, odp, jpg, jpeg, png",
        ),
        (
            "x.jpg",
            b"\xff\xd8\xff" + b"\xff" * 6_000,
            "Billedet er ikke lavet, som kameraer og programmer laver det. Gem det igen.",
        ),
        (
            "x.pdf",
            hostile.pdf_of_many_values,
            "PDF-filen er ikke komprimeret. Gem den igen, så den fylder mindre.",
        ),
        (
            "x.pdf",
            lambda: hostile.pdf_that_leads_to(b"(file:///K:/Plan.docx)"),
            "PDF-filen har et link, der begynder med ”file:”, og det kan læserne ikke åbne. "
            "Fjern linket.",
        ),
        (
            "x.pdf",
            b"<html>",
            "Filen er ikke det, som navnet siger. Gem den igen som pdf.",
        ),
    ],
)
def test_a_refusal_stands_at_the_field_in_danish_and_stores_nothing(
    admin_client, page, media, name, content, told
):
    response = upload(admin_client, page, name, content() if callable(content) else content)

    assert errors(response)["file"] == [told]
    assert Document.objects.count() == 0
    assert not media.exists()
    assert Act.objects.filter(content_type__model="document").count() == 0


def test_without_room_on_the_disk_it_is_said_so_before_anything_is_stored(
    admin_client, page, media, monkeypatch
):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=60_000_000))

    response = upload(admin_client, page, "x.pdf", pdf())

    assert errors(response)["file"] == [
        "Der er ikke plads til filen på serveren. Intet er gemt. Sig det til dem, der driver "
        "hjemmesiden."
    ]
    assert not media.exists()


def test_a_disk_that_fills_up_leaves_no_row_and_no_half_file(page, media):
    document = Document(page=page, title_da="Plan", file=ContentFile(large_pdf(), "x.pdf"))

    with room_for(50_000), pytest.raises(OSError, match="too large"), transaction.atomic():
        document.save()

    assert [file for file in media.rglob("*") if file.is_file()] == []
    assert Document.objects.count() == 0


def large_pdf():
    return pdf() + b"%" + b"x" * 200_000


def test_an_ending_that_is_a_trick_itself_is_not_repeated():
    with translation.override("da"), pytest.raises(ValidationError) as refused:
        inspect(ContentFile(b"x", "x.\u202e" + "<b>" * 500))

    [message] = refused.value.messages
    assert ("\u202e" in message, len(message) < 200) == (False, True)
