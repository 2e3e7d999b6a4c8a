"""What is stored and not as it should be: the rest of the page is shown all the same."""

import lxml.html
import pytest
from django.core.files.base import ContentFile

from content.pages.models import Document, Page
from content.publishing import door

from .files import pdf

pytestmark = pytest.mark.usefixtures("site_settings", "home")


@pytest.mark.parametrize(
    "body",
    [
        "<p>aldrig lukket",
        "</p></div></body></html>",
        "<table><tr><td>halv",
        "<<<>>> & &amp &#0; &#xD800;",
        "<!-- aldrig til ende",
        '<a href="https://[">nowhere</a>',
        "<p>" * 2000,
        "\ufffe\u202e",
        None,
    ],
)
def test_a_text_that_is_damaged_takes_nothing_else_of_the_page_along(client, page, body):
    Page.objects.filter(pk=page.pk).update(body_da=body)

    response = client.get("/strategi/")
    tree = lxml.html.fromstring(response.content)

    assert response.status_code == 200
    assert [each.text_content().strip() for each in tree.iter("h1")] == ["Strategi"]
    # All of the frame is where it belongs, and none of it in the text.
    assert [each.getparent().tag for each in tree.iter("footer")] == ["body"]


@pytest.fixture
def document(page, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document = Document(page=page, title_da="Plan", file=ContentFile(pdf(), "plan.pdf"))
    door.publish(document)
    return document


def test_a_file_that_is_gone_is_not_found_and_its_page_is(client, document):
    document.file.storage.delete(document.file.name)

    assert client.get("/strategi/").status_code == 200
    assert client.get(document.get_absolute_url()).status_code == 404
