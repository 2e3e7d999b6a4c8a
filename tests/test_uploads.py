"""Files as editors, and those who mean harm, upload them."""

import contextlib
import io
import resource
import time

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from content.pages.models import Document
from content.pages.uploads import archives
from content.pages.uploads.inspect import MAX_SIZE, inspect

from .files import (
    DOCX,
    OPEN_XML,
    animation,
    archive,
    docx,
    has_an_attachment,
    huge_png,
    locked_zip,
    lying_zip,
    names_a_script_in_its_title,
    odt,
    opens_a_site,
    opens_at_its_first_page,
    pdf,
    photograph,
    picture,
    relations,
    runs_a_program,
    runs_a_script,
    runs_a_script_deep_down,
    runs_a_script_from_a_page,
    tagged,
    zip_bomb,
)

pytestmark = pytest.mark.usefixtures("media")


def look(name, content):
    return inspect(ContentFile(content, name))


def refusal(name, content):
    with pytest.raises(ValidationError) as refused:
        look(name, content)
    return refused.value.code


# What is let in


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("plan.pdf", pdf(), "application/pdf"),
        ("PLAN.PDF", pdf(opens_at_its_first_page), "application/pdf"),
        ("plan.pdf", pdf(names_a_script_in_its_title), "application/pdf"),
        ("plan.docx", docx(), DOCX),
        (
            "tal.xlsx",
            docx(f"{OPEN_XML}spreadsheetml.sheet.main+xml"),
            f"{OPEN_XML}spreadsheetml.sheet",
        ),
        (
            "vis.pptx",
            docx(f"{OPEN_XML}presentationml.presentation.main+xml"),
            f"{OPEN_XML}presentationml.presentation",
        ),
        (
            "links.docx",
            docx(**{"word/_rels/document.xml.rels": relations("hyperlink", "External")}),
            DOCX,
        ),
        ("plan.odt", odt(), "application/vnd.oasis.opendocument.text"),
        ("foto.jpg", picture("JPEG"), "image/jpeg"),
        ("foto.JPEG", picture("JPEG"), "image/jpeg"),
        ("tegning.png", picture("PNG"), "image/png"),
    ],
)
def test_files_of_the_allowed_types_are_let_in(name, content, media_type):
    assert look(name, content)[0] == media_type


def test_the_pages_of_a_pdf_are_counted():
    assert look("plan.pdf", pdf())[1].page_count == 2


@pytest.mark.parametrize(("change", "readable"), [(None, False), (tagged, None)])
def test_a_pdf_without_tags_is_known_to_be_unreadable(change, readable):
    assert look("plan.pdf", pdf(change))[1].is_readable is readable


def test_pdf_and_office_files_are_stored_as_they_came():
    assert [
        look(name, content)[1].content == content
        for name, content in [("plan.pdf", pdf()), ("plan.docx", docx()), ("plan.odt", odt())]
    ] == [True] * 3


def test_of_several_pictures_in_a_phones_photograph_the_first_is_stored():
    several = picture("MPO", save_all=True, append_images=[Image.new("RGB", (40, 30), "red")])

    stored = look("foto.jpg", several)[1].content

    assert stored == look("foto.jpg", picture("JPEG"))[1].content


def test_a_photograph_keeps_its_pixels_and_its_way_up_and_nothing_else():
    stored = Image.open(io.BytesIO(look("foto.jpg", photograph())[1].content))

    assert (stored.size, dict(stored.getexif()), stored.info.get("comment")) == (
        (40, 30),
        {0x0112: 6},
        None,
    )


def test_texts_in_a_png_are_left_out():
    about = PngImagePlugin.PngInfo()
    about.add_text("Author", "An editor")

    stored = look("tegning.png", picture("PNG", pnginfo=about))[1].content

    assert Image.open(io.BytesIO(stored)).info == {}


@pytest.mark.parametrize("name", ["foto.jpg", "foto.php.jpg"])
def test_a_script_behind_a_picture_is_left_out(name):
    stored = look(name, picture("JPEG") + b"<script>alert(1)</script>")[1].content

    assert stored.endswith(b"\xff\xd9")


def test_an_animation_becomes_its_first_frame():
    stored = look("film.png", animation(500))[1].content

    assert getattr(Image.open(io.BytesIO(stored)), "n_frames", 1) == 1


# What is refused


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "type"),
        ("x.html", b"<html></html>", "type"),
        ("x.docm", docx(), "type"),
        ("x.exe", b"MZ", "type"),
        ("x.pdf.exe", pdf(), "type"),
        ("x", pdf(), "type"),
        ("fdp\u202e.exe", pdf(), "type"),
        ("x.pdf", b"<html><script>alert(1)</script></html>", "disguised"),
        ("x.jpg", picture("PNG"), "disguised"),
        ("x.png", picture("GIF"), "disguised"),
        ("x.docx", pdf(), "disguised"),
        ("x.docx", odt(), "disguised"),
        ("x.odt", docx(), "disguised"),
        ("x.xlsx", docx(), "disguised"),
        ("x.docx", archive({"virus.exe": "MZ"}), "disguised"),
        ("x.pdf", pdf() + docx(), "disguised"),
        ("x.pdf", b"%PDF-1.7\n<script>alert(1)</script>", "damaged"),
        ("x.pdf", pdf()[:200], "damaged"),
        ("x.pdf", pdf(runs_a_script), "script"),
        ("x.pdf", pdf(runs_a_script_from_a_page), "script"),
        ("x.pdf", pdf(runs_a_script_deep_down), "script"),
        ("x.pdf", pdf(runs_a_script).replace(b"/JavaScript", b"/J#61vaScript"), "script"),
        ("x.pdf", pdf(runs_a_program), "action"),
        ("x.pdf", pdf(opens_a_site), "action"),
        ("x.pdf", pdf(has_an_attachment), "attachment"),
        ("x.pdf", pdf(encryption=pikepdf.Encryption(owner="a", user="b")), "encrypted"),
        ("x.pdf", pdf(encryption=pikepdf.Encryption(owner="a", user="")), "encrypted"),
        ("x.docx", docx(f"{DOCX}.macroEnabled.main+xml"), "disguised"),
        ("x.docx", docx(**{"word/vbaProject.bin": b"macro"}), "macros"),
        ("x.docx", docx(**{"word/embeddings/oleObject1.bin": b"MZ"}), "macros"),
        ("x.odt", odt(**{"Basic/Standard/Module1.xml": "macro"}), "macros"),
        (
            "x.docx",
            docx(**{"word/_rels/settings.xml.rels": relations("attachedTemplate", "External")}),
            "fetches-parts",
        ),
        (
            "x.docx",
            docx(**{"word/_rels/a.rels": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>"}),
            "damaged",
        ),
        ("x.docx", docx(**{"../../etc/passwd": "x"}), "disguised"),
        ("x.docx", zip_bomb(), "unpacks-too-large"),
        ("x.docx", docx(**{f"word/{n}.xml": "" for n in range(5_001)}), "unpacks-too-large"),
        ("x.docx", lying_zip(), "damaged"),
        ("x.docx", locked_zip(), "encrypted"),
        (
            "x.odt",
            odt(**{"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}),
            "encrypted",
        ),
        ("x.docx", docx()[:300], "damaged"),
        ("x.png", huge_png((13_000, 13_000)), "too-many-pixels"),
        ("x.png", huge_png((60_000, 1)), "too-many-pixels"),
        ("x.jpg", picture("JPEG", (400, 300))[:600], "damaged"),
        ("x.png", picture("PNG", (400, 300))[:200], "damaged"),
        ("x.pdf", b"%PDF-" + b"0" * MAX_SIZE, "too-large"),
        ("x.pdf", b"", "disguised"),
    ],
)
def test_a_file_that_may_do_harm_is_refused(name, content, code):
    assert refusal(name, content) == code


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(
        [
            ("x.pdf", pdf(tagged)),
            ("x.docx", docx()),
            ("x.jpg", photograph()),
            ("x.png", picture("PNG")),
        ]
    ),
    st.data(),
)
def test_a_damaged_file_is_let_in_or_refused_and_never_breaks_the_form(whole, data):
    name, content = whole
    place = data.draw(st.integers(0, len(content) - 1))
    damage = data.draw(st.binary(min_size=1, max_size=8))
    damaged = content[:place] + damage + content[place + len(damage) :]

    try:
        media_type, _inspection = look(name, damaged)
    except ValidationError:
        return
    assert media_type == look(name, content)[0]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.docx", docx(**{"word/a.bin.xml": b"0" * archives.MAX_UNPACKED})),
        ("x.png", huge_png((13_000, 13_000))),
        ("x.png", huge_png((6_000, 6_000))),
        ("x.png", animation(2_000)),
    ],
)
def test_a_hostile_file_costs_little_time_and_memory(name, content):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # The processor's time: the clock would also count what else the machine is doing.
    start = time.process_time()

    with contextlib.suppress(ValidationError):
        look(name, content)

    assert time.process_time() - start < 4
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 250 * 1024


# The document


@pytest.fixture
def document(page):
    return Document(
        page=page, title_da="Handleplan", file=SimpleUploadedFile("plan.pdf", pdf())
    )


def test_a_document_knows_its_file(document):
    document.full_clean()

    assert (document.media_type, document.size, document.page_count, document.readability) == (
        "application/pdf",
        len(pdf()),
        2,
        "unreadable",
    )


def test_a_document_saved_by_code_is_inspected_as_well(document):
    document.save()

    document.refresh_from_db()
    assert (document.media_type, document.page_count) == ("application/pdf", 2)


def test_code_cannot_store_a_file_that_is_refused(page, tmp_path):
    document = Document(page=page, title_da="x", file=ContentFile(b"<svg/>", "x.svg"))

    with pytest.raises(ValidationError):
        document.save()

    assert list(tmp_path.iterdir()) == []


def test_a_refusal_stands_at_the_field(page):
    document = Document(page=page, title_da="x", file=ContentFile(b"<svg/>", "x.svg"))

    with pytest.raises(ValidationError) as refusal:
        document.full_clean()

    assert [error.code for error in refusal.value.error_dict["file"]] == ["type"]


def test_the_stored_name_is_the_site_s_own(document):
    document.file.name = "../../æ\u202efdp" + "x" * 300 + ".pdf"

    document.save()

    assert [len(part) for part in document.file.name.split("/")] == [len("documents"), 36]


def test_a_document_is_not_inspected_again_when_its_title_changes(document):
    document.save()
    document = Document.objects.get()
    document.title_da = "Ny handleplan"
    document.file.storage.delete(document.file.name)

    document.full_clean()
    document.save()

    assert Document.objects.get().title_da == "Ny handleplan"


def test_a_new_file_is_inspected_and_replaces_what_was_known(document):
    document.save()
    document.file = ContentFile(docx(), "plan.docx")

    document.save()

    assert (document.media_type, document.page_count, document.file_name) == (
        DOCX,
        None,
        "handleplan.docx",
    )
