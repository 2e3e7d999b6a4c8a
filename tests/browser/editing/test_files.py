from urllib.parse import urlsplit

from tests.files import pdf

from .conftest import choose, press, publish


def test_a_file_is_out_of_reach_until_it_is_published(publisher, read, page, site):
    publisher.goto("/admin/pages/document/add/")
    publisher.fill("#id_title_da", "En rapport")
    choose(publisher, "#id_page", "Strategi (/strategi/)")
    publisher.set_input_files(
        "#id_file",
        {"name": "rapport.pdf", "mimeType": "application/pdf", "buffer": pdf()},
    )
    press(publisher, "[name=_draft]")
    form = publisher.url

    press(publisher, "text='Forhåndsvis'")
    link = publisher.frame_locator("iframe").locator("a[href*='/dokumenter/']").first
    inside = urlsplit(link.evaluate("link => link.href")).path
    outside = inside[inside.index("/dokumenter/") :]
    assert publisher.request.get(inside).body() == pdf()
    assert (read(outside), page.request.get(f"{site}{inside}").body() == pdf()) == (404, False)

    publisher.goto(form)
    publish(publisher)
    assert page.request.get(f"{site}{outside}").body() == pdf()
