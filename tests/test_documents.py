"""Files as the public gets them."""

import io

import pytest
from django.core.files.base import ContentFile
from django.utils import translation
from PIL import Image

from content.pages.models import Document
from content.publishing import door

from .files import docx, pdf, picture

pytestmark = pytest.mark.usefixtures("media")


def publish(page, name, content):
    document = Document(
        page=page,
        title_da="Handleplan æ",
        title_en="Action plan",
        file=ContentFile(content, name),
    )
    door.publish(document)
    return document


def read_to_end(response):
    """Closes the file, and not the database's connection as response.close() would."""
    return b"".join(response)


@pytest.fixture
def document(page):
    return publish(page, "plan.pdf", pdf())


def test_a_published_file_is_handed_out_whole(client, document):
    response = client.get(document.get_absolute_url())

    assert (read_to_end(response), response["Content-Type"]) == (pdf(), "application/pdf")


@pytest.mark.parametrize(
    ("name", "content", "disposition"),
    [
        ("x.pdf", pdf(), 'inline; filename="handleplan-ae.pdf"'),
        ("x.png", picture("PNG"), 'inline; filename="handleplan-ae.png"'),
        ("x.docx", docx(), 'attachment; filename="handleplan-ae.docx"'),
    ],
    ids=["pdf", "png", "docx"],
)
def test_a_browser_shows_what_it_can_and_keeps_the_rest(
    client, page, name, content, disposition
):
    response = client.get(publish(page, name, content).get_absolute_url())

    read_to_end(response)
    assert response["Content-Disposition"] == disposition


def test_a_file_can_do_nothing_on_the_site(client, document):
    response = client.get(document.get_absolute_url())

    read_to_end(response)
    policy = {part.strip() for part in response["Content-Security-Policy"].split(";")}
    assert policy == {"default-src 'none'", "frame-ancestors 'none'", "sandbox"}
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_english_name_leads_to_the_same_file(client, document):
    with translation.override("en"):
        address = document.get_absolute_url()
    response = client.get(address)

    read_to_end(response)
    assert address == f"/en/dokumenter/{document.key}/action-plan.pdf"
    assert response["Content-Disposition"] == 'inline; filename="action-plan.pdf"'


def test_an_old_name_leads_to_the_present_one(client, document):
    response = client.get(f"/dokumenter/{document.key}/gammelt-navn.pdf")

    assert (response.status_code, response["Location"]) == (302, document.get_absolute_url())


def test_a_file_that_is_known_already_is_not_sent_again(client, document):
    first = client.get(document.get_absolute_url())
    read_to_end(first)

    again = client.get(document.get_absolute_url(), headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content, again["ETag"], again["Cache-Control"]) == (
        304,
        b"",
        first["ETag"],
        "no-cache",
    )


def test_a_new_file_is_sent_to_those_who_know_the_old_one(client, document):
    first = client.get(document.get_absolute_url())
    read_to_end(first)
    document.file = ContentFile(pdf(), "plan.pdf")
    door.publish(document)

    again = client.get(document.get_absolute_url(), headers={"If-None-Match": first["ETag"]})

    assert read_to_end(again) == pdf()


def test_a_question_about_a_file_gets_its_headers_alone(client, document):
    response = client.head(document.get_absolute_url())

    assert (read_to_end(response), response["Content-Length"]) == (b"", str(len(pdf())))


def test_nobody_can_send_anything_to_a_file(client, document):
    assert client.post(document.get_absolute_url()).status_code == 405


def unpublished(document):
    document.state = "unpublished"
    document.save()


def withdrawn(document):
    door.withdraw(document)


def withdrawn_with_its_page(document):
    door.withdraw(document.page)


def lost(document):
    document.file.storage.delete(document.file.name)


@pytest.mark.parametrize("fate", [unpublished, withdrawn, withdrawn_with_its_page, lost])
def test_a_file_that_is_not_public_is_not_found(client, document, fate):
    fate(document)

    assert client.get(document.get_absolute_url()).status_code == 404


def test_the_name_on_disk_is_no_way_in(client, document):
    assert [
        client.get(f"/{folder}{document.file.name}", follow=True).status_code
        for folder in ["", "media/", "static/", "dokumenter/"]
    ] == [404] * 4


def test_a_picture_is_handed_out_without_where_it_was_taken(client, page):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    document = publish(page, "foto.jpg", picture("JPEG", exif=exif))

    content = read_to_end(client.get(document.get_absolute_url()))

    assert dict(Image.open(io.BytesIO(content)).getexif()) == {}
