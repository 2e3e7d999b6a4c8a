"""A preview is what the public will get, and changes nothing of what it gets now."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from content.advice import contact
from content.advice.models import HelpLine
from content.pages.models import Document, Initiative, Page
from content.publishing import door
from content.publishing.models import Act, Address, Draft, Edition, UpdateNote, Version
from content.search.models import SearchEntry, Term

from .editors import address, change, signed_in
from .files import pdf
from .previews import as_public, body, mount_of
from .reading import read, texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


@pytest.fixture
def statistics(concern_year):
    door.publish(Page(kind="statistics", slug="statistik", title_da="Statistik"))
    return concern_year


@pytest.fixture
def document(page):
    document = Document(title_da="Fil", page=page, file=ContentFile(pdf(), "a.pdf"))
    door.publish(document)
    return document


def new_file():
    return SimpleUploadedFile("b.pdf", pdf(lambda new: new.add_blank_page()))


# The same


@pytest.mark.parametrize(
    ("subject", "values", "paths"),
    [
        (
            "page",
            {"title_da": "Nyt", "title_en": "New", "body_da": "<p>Ny <a href='/'>a</a></p>"},
            ["/strategi/", "/en/strategi/", "/", "/sitemap.xml", "/soeg/?q=ny", "/ingen/"],
        ),
        ("page", {"slug": "plan"}, ["/plan/", "/en/plan/", "/strategi/", "/plan"]),
        (
            "network",
            {"name": "Nyt net", "slug": "nyt"},
            ["/netvaerk/nyt/", "/en/netvaerk/nyt/", "/netvaerk/nordic-safe-cities/"],
        ),
        (
            "advice_unit",
            {"name_da": "Ny enhed", "phone_numbers-0-number": "+4520202020"},
            ["/", "/en/", "/strategi/", "/raadgivning/kontakt.vcf", "/raadgivning/kort/"],
        ),
        (
            "statistics",
            {"referrals": "70"},
            ["/statistik/", "/en/statistik/", "/statistik.csv", "/statistik.json"],
        ),
        ("document", {"title_da": "Ny fil"}, ["/strategi/", "/en/strategi/"]),
    ],
)
@pytest.mark.parametrize(
    "note", [{"update_note_da": "Nyt."}, {"minor_change": "on"}], ids=["told", "minor"]
)
def test_the_preview_is_what_the_public_gets_next(
    request, client, clock, editor, publisher, home, page, subject, values, paths, note
):
    instance = request.getfixturevalue(subject)
    change(editor, instance, "_draft", **values, **note)
    mount = mount_of(instance)
    seen = {path: editor.get(f"{mount}{path}") for path in paths}

    assert change(publisher, instance, "_publish").status_code == 302

    for path, preview in seen.items():
        public = client.get(path)
        assert preview.status_code == public.status_code
        assert preview.get("Content-Type") == public.get("Content-Type")
        assert preview.get("Content-Language") == public.get("Content-Language")
        assert preview.get("Location", "").replace(mount, "") == public.get("Location", "")
        assert as_public(body(preview), mount) == as_public(body(public), mount)


def test_what_was_never_public_is_shown_as_it_will_be(client, editor, home):
    page = Page.objects.create(slug="ny", title_da="Ny")
    mount = mount_of(page)
    preview = editor.get(f"{mount}/ny/").content

    door.publish(page)

    assert as_public(preview, mount) == as_public(client.get("/ny/").content, mount)


def test_the_date_moves_as_it_will(editor, page):
    Page.objects.update(last_updated_at="2020-01-01T12:00Z")
    change(editor, page, "_draft", title_da="Nyt")

    moved = read(editor, f"{mount_of(page)}/strategi/")
    change(editor, page, "_draft", minor_change="on")
    stays = read(editor, f"{mount_of(page)}/strategi/")

    date = "//*[@data-element='dates']//time/@datetime"
    assert moved.xpath(date) > ["2020-01-01"]
    assert stays.xpath(date) == ["2020-01-01"]


def test_a_new_file_is_seen_in_the_preview_alone(client, editor, document):
    public = body(client.get(document.get_absolute_url()))
    change(editor, document, "_draft", file=new_file())

    preview = editor.get(mount_of(document) + document.get_absolute_url())

    assert body(preview) != public
    assert body(client.get(document.get_absolute_url())) == public
    assert preview["Cache-Control"] == "no-store"


def test_a_file_that_a_version_names_outlives_its_document(client, publisher, document):
    old = document.file.name
    storage = document.file.storage
    change(publisher, document, "_publish", file=new_file(), minor_change="on")
    document.refresh_from_db()
    new = document.file.name

    door.delete(document)

    assert [storage.exists(name) for name in [old, new]] == [True, True]


# Nothing changes


def tables():
    return [
        list(model.objects.order_by("pk").values())
        for model in [
            *[Page, HelpLine, Edition, Address, UpdateNote, Version, Act, Draft],
            *[SearchEntry, Term],
        ]
    ]


def test_looking_changes_nothing(client, editor, home, page, help_line, tmp_path):
    change(editor, page, "_draft", title_da="Nyt", slug="nyt")
    before = tables(), client.get("/").content, set(tmp_path.rglob("*"))

    editor.get(f"{mount_of(page)}/nyt/")
    editor.get(address(page, "preview", page.pk))

    assert (tables(), client.get("/").content, set(tmp_path.rglob("*"))) == before


def test_what_is_kept_for_the_public_stays_so(client, editor, home, advice_unit):
    change(editor, advice_unit, "_draft", **{"phone_numbers-0-number": "+4520202020"})
    warm = queries(client, "/")

    editor.get(f"{mount_of(advice_unit)}/")

    with CaptureQueriesContext(connection) as after:
        client.get("/")
    assert len(after) == warm
    assert contact.last_known_contact().tel == "tel:+4533172929"


def test_the_other_requests_of_the_thread_are_as_before(client, editor, page):
    editor.get(f"{mount_of(page)}/en/strategi/")

    assert html.fromstring(client.get("/strategi/").content).get("lang") == "da"
    assert page.get_absolute_url() == "/strategi/"


# Where it leads


@pytest.mark.parametrize("path", ["/strategi/", "/en/strategi/", "/", "/ingen/", "/en/soeg/"])
def test_links_stay_in_the_preview(editor, home, page, document, advice_unit, path):
    page.body_da = page.body_en = '<p><a href="/en/">En</a></p>'
    page.menu = "main"
    door.publish(page)
    mount = mount_of(page)

    found = read(editor, f"{mount}{path}").xpath(
        "//body//a[not(starts-with(@href, '#') or starts-with(@href, 'tel:'))]/@href"
        "|//form/@action"
    )

    assert found
    assert [link for link in found if not link.startswith(f"{mount}/")] == []


def test_a_former_address_leads_on_inside(editor, page):
    change(editor, page, "_draft", slug="plan")

    response = editor.get(f"{mount_of(page)}/en/strategi/")

    assert (response.status_code, response["Location"]) == (
        301,
        f"{mount_of(page)}/en/plan/",
    )


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/pages/page/1/change/",
        "/sundhed/live/",
        "/sundhed/klar/",
        "/forhaandsvis/x/",
        "//example.com/",
        "/static/css/",
    ],
)
def test_only_public_pages_are_reached(editor, page, path):
    response = editor.get(mount_of(page) + path)

    assert response.status_code == 404
    assert texts(html.fromstring(response.content), "//h1") == ["Vi kan ikke finde siden"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_preview_is_for_reading(editor, page, method):
    assert getattr(editor, method)(f"{mount_of(page)}/strategi/").status_code == 405


def test_a_head_has_the_headers_alone(editor, page):
    response = editor.head(f"{mount_of(page)}/strategi/")

    assert (response.status_code, response.content) == (200, b"")


# Headers


def test_a_preview_is_kept_nowhere_and_framed_by_the_admin_alone(editor, page):
    response = editor.get(
        f"{mount_of(page)}/strategi/", HTTP_IF_NONE_MATCH="*", HTTP_COOKIE_X="y"
    )

    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["Referrer-Policy"] == "no-referrer"
    policy = set(response["Content-Security-Policy"].split("; "))
    assert {"frame-ancestors 'self'", "default-src 'none'", "style-src 'self'"} <= policy
    assert not [each for each in policy if each.startswith("script-src")]
    assert not response.cookies


def test_the_page_of_the_admin_may_frame_it(editor, page):
    response = editor.get(address(page, "preview", page.pk))

    assert "frame-src 'self'" in response["Content-Security-Policy"].split("; ")
    assert response["X-Frame-Options"] == "DENY"


# Who


@pytest.mark.parametrize("view", ["preview", "preview_site"])
def test_strangers_see_nothing(page, view):
    url = address(page, view, page.pk)

    assert Client().get(url).status_code in {302, 403}
    outsider = signed_in("superuser")
    user = outsider.get("/admin/").wsgi_request.user
    user.is_superuser = False
    user.save()
    assert outsider.get(url).status_code == 403


@pytest.mark.parametrize("view", ["preview", "preview_site"])
def test_what_is_gone_has_no_preview(editor, view):
    assert editor.get(address(Page, view, 99)).status_code == 404


# The page around it


def tool(client, instance, **chosen):
    page = read(client, address(instance, "preview", instance.pk), data=chosen)
    [frame] = page.xpath("//iframe")
    return page, frame.get("src").removeprefix(mount_of(instance)), frame.get("class")


@pytest.mark.parametrize(
    ("chosen", "address_in_frame", "width"),
    [
        ({}, "/strategi/", "preview-frame preview-screen"),
        ({"language": "en"}, "/en/strategi/", "preview-frame preview-screen"),
        ({"width": "phone"}, "/strategi/", "preview-frame preview-phone"),
        ({"page": "1", "language": "en"}, "/en/", "preview-frame preview-screen"),
        ({"page": "x", "width": "x", "language": "x"}, "/strategi/", None),
    ],
)
def test_page_language_and_width_are_chosen(editor, page, chosen, address_in_frame, width):
    change(editor, page, "_draft", title_da="Nyt")

    _page, seen, as_wide_as = tool(editor, page, **chosen)

    assert (seen, as_wide_as) == (address_in_frame, width or "preview-frame preview-screen")


def test_the_pages_that_show_it_elsewhere_are_offered(editor, home, page, document):
    change(editor, document, "_draft", title_da="Ny fil")

    page, _seen, _width = tool(editor, document)

    assert texts(page, "//nav[@aria-label='Side']//a") == ["Ny fil", "Forside", "Opdateringer"]


# What can't be published


def test_a_draft_that_is_refused_is_shown_with_the_reason(editor, home):
    plan = Page.objects.create(kind="action_plan", slug="plan", title_da="Plan")
    initiative = Initiative.objects.create(page=plan, title_da="Kurser")

    page = read(editor, f"{mount_of(initiative)}/plan/")

    assert "Kurser" in texts(page, "//main//h3")
    [told] = texts(page, "//*[@data-element='preview']//li")
    assert told.startswith("Kurser: ")
    assert told in texts(
        read(editor, address(initiative, "preview", initiative.pk)), "//div[@id='content']//li"
    )


def test_an_address_that_is_taken_leaves_what_is_public(editor, page):
    change(editor, page, "_draft", slug="plan", title_da="Nyt")
    door.publish(Page(slug="plan", title_da="Plan"))

    shown = read(editor, f"{mount_of(page)}/strategi/")

    assert texts(shown, "//h1") == ["Strategi"]
    assert texts(shown, "//*[@data-element='preview']//li")


# What it costs


def queries(client, url):
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)


def test_more_on_the_page_costs_no_more(editor, home, page, document):
    change(editor, page, "_draft", title_da="Nyt")
    one = queries(editor, f"{mount_of(page)}/strategi/")

    for number in range(5):
        document = Document(title_da=f"{number}", page=page, file=ContentFile(pdf(), "a.pdf"))
        door.publish(document)

    assert queries(editor, f"{mount_of(page)}/strategi/") == one
