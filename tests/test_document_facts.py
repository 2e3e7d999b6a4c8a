"""What a file lacks for those who don't see it: told, kept for the lists, refused by nobody."""

from io import StringIO
from pathlib import Path

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from content.pages.models import Document
from content.publishing import door
from content.publishing.models import Draft, Edition
from content.publishing.publication import publish_version
from content.publishing.remarks import remarks

from . import files
from .editors import add, address, change, filled_in, signed_in

pytestmark = pytest.mark.usefixtures("media")


def document_of(page, content, name="plan.pdf", **values):
    document = Document(page=page, title_da="Plan", file=ContentFile(content, name), **values)
    door.publish(document)
    return Document.objects.get()


def lacks(document):
    names = ["lacks_tags", "lacks_title", "lacks_language"]
    return [name for name in names if getattr(document, name)]


def whole(new):
    for each in [files.tagged, files.titled, files.in_danish]:
        each(new)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (None, ["lacks_tags", "lacks_title", "lacks_language"]),
        (files.tagged, ["lacks_title", "lacks_language"]),
        (files.titled, ["lacks_tags", "lacks_language"]),
        (files.titled_in_its_metadata, ["lacks_tags", "lacks_language"]),
        (files.in_danish, ["lacks_tags", "lacks_title"]),
        (files.with_broken_metadata, ["lacks_tags", "lacks_title", "lacks_language"]),
        (whole, []),
    ],
)
def test_what_a_pdf_lacks_is_kept(page, change, expected):
    assert lacks(document_of(page, files.pdf(change))) == expected


@pytest.mark.parametrize("change", [files.titled, files.titled_in_its_metadata])
def test_the_title_in_the_file_is_shown_to_editors(page, change):
    document = document_of(page, files.pdf(change))

    response = signed_in("redaktør").get(address(document, "change", document.pk))

    assert document.file_title == "Handleplan 2016"
    assert "Handleplan 2016" in response.content.decode()


def odd_title(new):
    new.docinfo["/Title"] = pikepdf.Dictionary(A=1)


def blank_title(new):
    new.docinfo["/Title"] = " \x00 "


@pytest.mark.parametrize("change", [odd_title, blank_title])
def test_a_title_that_says_nothing_is_none(page, change):
    assert document_of(page, files.pdf(change)).lacks_title


def test_a_new_file_is_looked_into_anew(page):
    document = document_of(page, files.pdf())
    document.file = ContentFile(files.pdf(whole), "ny.pdf")
    door.publish(document)

    assert lacks(Document.objects.get()) == []


def test_other_files_lack_nothing_of_a_pdf(page):
    assert lacks(document_of(page, files.docx(), "plan.docx")) == []


def test_the_editor_is_told_of_each_thing_that_is_lacking(page):
    document = document_of(page, files.pdf())

    assert [each.name for each in remarks(document)] == ["file", "file", "file"]


def test_a_file_without_tags_is_saved_all_the_same(page):
    editor = signed_in("redaktør")
    response = add(
        editor,
        Document,
        "_draft",
        page=str(page.pk),
        title_da="Plan",
        file=SimpleUploadedFile("plan.pdf", files.pdf()),
    )
    form = editor.get(response["Location"]).content.decode()

    assert 'href="#id_file"' in form


def test_a_picture_without_words_is_told_of_until_it_has_them(page):
    document = document_of(page, files.picture("PNG"), "kort.png")
    assert [each.name for each in remarks(document)] == ["alt_da"]

    document.alt_da = "Et kort over byen."

    assert remarks(document) == []


def test_what_a_picture_shows_stands_beside_it(client, page, home):
    document_of(page, files.picture("PNG"), "kort.png", alt_da="Et kort over byen.")

    assert "<p>Et kort over byen.</p>" in client.get("/strategi/").content.decode()


def test_a_page_says_in_which_language_the_words_for_a_picture_are(client, page, home):
    document_of(page, files.picture("PNG"), "kort.png", alt_da="Et kort over byen.")

    content = client.get("/en/strategi/").content.decode()

    assert '<p lang="da">Et kort over byen.</p>' in content


@pytest.mark.parametrize(
    ("content", "name", "need"),
    [(files.pdf(), "a.pdf", "lacks"), (files.picture("PNG"), "a.png", "alt")],
)
def test_the_start_page_leads_to_what_is_lacking(admin_client, page, content, name, need):
    document = document_of(page, content, name)

    overview = admin_client.get(reverse("admin:index")).context["overview"]

    found = {
        each["name"]: each["url"]
        for row in overview
        for each in row["needs"]
        if row["url"] == address(Document, "changelist")
    }
    assert found[need] == address(document, "change", document.pk)


def test_what_was_found_is_kept_with_a_draft(page):
    document = document_of(page, files.pdf())
    editor = signed_in("redaktør")
    url = address(document, "change", document.pk)
    file = SimpleUploadedFile("ny.pdf", files.pdf(whole))
    editor.post(url, {**filled_in(editor, url), "file": file, "_draft": "1"})

    shown = editor.get(url).context["original"]
    assert (lacks(shown), len(lacks(Document.objects.get()))) == ([], 3)


# Files from before any of this was kept


def examined():
    """What the command says: (what it did, what it could not do)."""
    out, err = StringIO(), StringIO()
    call_command("examine_documents", stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def forget(document):
    names = dict.fromkeys(["lacks_tags", "lacks_title", "lacks_language"], False)
    Document.objects.filter(pk=document.pk).update(file_title="", **names)


def test_the_facts_of_older_files_are_read_off_them(page):
    document = document_of(page, files.pdf(files.titled))
    forget(document)
    edition = Edition.objects.get().key

    assert examined() == ("1 files were looked into.\n", "")

    document.refresh_from_db()
    assert (lacks(document), document.file_title) == (
        ["lacks_tags", "lacks_language"],
        "Handleplan 2016",
    )
    assert Edition.objects.get().key == edition


def test_a_file_that_is_gone_or_no_longer_let_in_stops_no_other(page):
    gone, odd, last = (document_of_one(page) for _number in range(3))
    gone.file.storage.delete(gone.file.name)
    Path(odd.file.path).write_bytes(b"%PDF-1.7 nonsense")
    forget(last)

    told, complaints = examined()

    last.refresh_from_db()
    assert lacks(last) == ["lacks_tags", "lacks_title", "lacks_language"]
    assert told == "3 files were looked into.\n"
    assert complaints.splitlines() == [
        "Plan: The file is not there.",
        "Plan: The file is damaged. Save it again and upload the new file.",
    ]


def document_of_one(page):
    document = Document(page=page, title_da="Plan", file=ContentFile(files.pdf(), "plan.pdf"))
    door.publish(document)
    return document


def test_a_picture_lacks_nothing_of_a_pdf(page):
    document = document_of(page, files.picture("PNG"), "billede.png")

    examined()

    document.refresh_from_db()
    assert lacks(document) == []


# Drafts from before the rules of today


@pytest.fixture
def draft(page):
    """Of a public document: another file, of a release that took down nothing of files."""
    document = document_of(page, files.pdf())
    editor = signed_in("redaktør")
    url = address(document, "change", document.pk)
    file = SimpleUploadedFile("ny.pdf", files.pdf(whole))
    editor.post(url, {**filled_in(editor, url), "file": file, "_draft": "1"})
    draft = Draft.objects.get()
    for name in Document.SHORTCOMINGS:
        del draft.version.data["fields"][name]
    draft.version.save()
    return draft


def stored(version):
    return Path(Document().file.storage.path(version.data["fields"]["file"]))


def test_a_file_is_looked_into_when_it_first_becomes_public(draft):
    publish_version(draft.version)

    assert lacks(Document.objects.get()) == []


def test_a_file_that_is_no_longer_let_in_does_not_become_public(draft):
    before = Document.objects.get().file.name
    stored(draft.version).write_bytes(files.pdf(files.runs_a_script))

    with pytest.raises(ValidationError, match="indeholder scripts"):
        publish_version(draft.version)

    assert Document.objects.get().file.name == before


def test_whoever_publishes_it_is_told_why_not(draft):
    stored(draft.version).write_bytes(files.pdf(files.runs_a_script))

    answer = change(signed_in("udgiver"), draft.target, "_publish", minor_change="on")

    assert "PDF-filen indeholder scripts" in answer.content.decode()
    assert len(lacks(Document.objects.get())) == 3


def test_a_file_that_is_public_already_is_not_looked_into_again(page):
    document = document_of(page, files.pdf())
    Path(document.file.path).write_bytes(b"%PDF-1.7 nonsense")

    document = Document.objects.get()
    document.title_da = "Ny titel"
    door.publish(document)

    assert Document.objects.get().title_da == "Ny titel"
