"""What a page said at a certain time, as the public saw it."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from content.pages.models import Document, Initiative, Page
from content.publishing import door
from content.publishing.admin.moment_in_address import as_segment
from content.publishing.models import Act, UpdateNote, Version

from .editors import address, change
from .files import pdf
from .reading import read, text, texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


@pytest.fixture
def plan():
    plan = Page(kind="action_plan", slug="plan", title_da="Plan", title_en="Plan")
    door.publish(plan)
    return plan


def publish_initiative(plan, title, **values):
    initiative = Initiative(page=plan, title_da=title, **values)
    door.publish(initiative)
    return initiative


def years_ago(years):
    """Let everything so far have been done that long ago."""
    ago = timedelta(days=365 * years)
    for model, field in [
        (Version, "saved_at"),
        (Act, "at"),
        (UpdateNote, "published_at"),
        (Page, "first_published_at"),
        (Page, "last_updated_at"),
        (Initiative, "first_published_at"),
        (Initiative, "last_updated_at"),
    ]:
        for row in model.objects.exclude(**{field: None}):
            model.objects.filter(pk=row.pk).update(**{field: getattr(row, field) - ago})


def mount(instance, version, at=None):
    segment = as_segment(at or version.saved_at)
    return address(instance, "preview_past", instance.pk, version.pk, segment).rstrip("/")


def first_public(instance):
    return Version.objects.of(instance).public().last()


def now_public(instance):
    return Version.objects.of(instance).public().first()


def initiatives(client, plan, at=None):
    version = first_public(plan)
    page = read(client, f"{mount(plan, version, at)}/plan/")
    return texts(page, "//*[starts-with(@id, 'indsats-')]//h3")


def long_ago(years):
    from django.utils import timezone

    return timezone.now() - timedelta(days=365 * years)


def test_a_former_text_is_shown_in_both_languages(editor, page):
    page.title_da, page.title_en, page.slug = "Nyt", "New", "nyt"
    door.publish(page)
    version = first_public(page)

    titles = [
        texts(read(editor, f"{mount(page, version)}{path}"), "//h1")
        for path in ["/strategi/", "/en/strategi/"]
    ]

    assert titles == [["Strategi"], ["Strategy"]]


def test_what_stands_on_the_page_is_what_stood_there(editor, plan):
    publish_initiative(plan, "Da og nu")
    changed = publish_initiative(plan, "Da")
    withdrawn = publish_initiative(plan, "Kun da")
    deleted = publish_initiative(plan, "Slettet")
    years_ago(2)
    changed.refresh_from_db()
    changed.title_da = "Nu"
    door.publish(changed)
    door.withdraw(Initiative.objects.get(pk=withdrawn.pk))
    door.delete(Initiative.objects.get(pk=deleted.pk))
    publish_initiative(plan, "Kun nu")

    assert sorted(initiatives(editor, plan, long_ago(1))) == [
        "Da",
        "Da og nu",
        "Kun da",
        "Slettet",
    ]
    assert sorted(initiatives(editor, plan, long_ago(0))) == ["Da og nu", "Kun nu", "Nu"]
    assert initiatives(editor, plan, long_ago(3)) == []


def test_what_has_been_moved_stands_where_it_stood(editor, plan):
    other = Page(kind="action_plan", slug="anden", title_da="Anden")
    door.publish(other)
    moved = publish_initiative(plan, "Flyttet")
    years_ago(2)
    moved.refresh_from_db()
    moved.page = other
    door.publish(moved)

    assert initiatives(editor, plan, long_ago(1)) == ["Flyttet"]
    assert initiatives(editor, plan, long_ago(0)) == []


def test_what_was_public_before_versions_were_written_stays(editor, plan):
    publish_initiative(plan, "Gammel")
    Act.objects.all().delete()
    Version.objects.exclude(pk=first_public(plan).pk).delete()

    assert initiatives(editor, plan, long_ago(0)) == ["Gammel"]


def test_a_withdrawn_draft_of_a_row_is_no_secret_of_the_past(editor, plan):
    draft = Initiative.objects.create(page=plan, title_da="Aldrig offentlig")
    change(editor, draft, "_draft", title_da="Stadig ikke")

    assert initiatives(editor, plan, long_ago(0)) == []


def test_later_updates_had_not_been_told(editor, page):
    years_ago(2)
    page.refresh_from_db()
    door.publish(page, note_da="Senere.")

    shown = read(editor, f"{mount(page, first_public(page))}/strategi/")

    assert shown.xpath("//*[@data-element='updates']") == []
    year = str(first_public(page).saved_at.year)
    [date] = shown.xpath("//*[@data-element='dates']//time[1]/@datetime")
    assert date[:4] == year


def test_the_file_of_that_time_is_handed_out(editor, page):
    document = Document(title_da="Fil", page=page, file=ContentFile(pdf(), "a.pdf"))
    door.publish(document)
    version = first_public(document)
    document.file = ContentFile(pdf(lambda new: new.add_blank_page()), "b.pdf")
    document.save()
    door.publish(document)

    found = editor.get(mount(document, version) + document.get_absolute_url())

    assert b"".join(found) == pdf()


def test_a_page_whose_address_another_has_now_is_shown_at_its_own(editor, page):
    page.slug = "plan"
    door.publish(page)
    door.publish(Page(slug="strategi", title_da="Ny strategi"))

    shown = read(editor, f"{mount(page, first_public(page))}/strategi/")

    assert texts(shown, "//h1") == ["Strategi"]
    assert texts(shown, "//*[@data-element='preview']//li") == []


def test_the_tool_shows_the_moment_asked_for(editor, page):
    version = first_public(page)
    url = address(page, "preview_version", page.pk, version.pk)

    plain = read(editor, url).xpath("//iframe/@src")
    asked = read(editor, f"{url}?at=2016-05-01T12:00:00%2B02:00")

    published = Act.objects.of(page).get().at
    assert plain == [f"{mount(page, version, published)}/strategi/"]
    assert asked.xpath("//iframe/@src")[0].endswith("/2016-05-01T10:00:00Z/site/strategi/")
    assert "at=2016" in asked.xpath("//nav//a[contains(@href, 'language=en')]/@href")[0]


def test_the_banner_says_when(editor, page):
    shown = read(editor, f"{mount(page, first_public(page))}/strategi/")

    [banner] = shown.xpath("//*[@data-element='preview']")
    assert str(first_public(page).saved_at.year) in text(banner)


@pytest.mark.parametrize("at", ["i-gaar", "2016-99-99T00:00:00Z"])
def test_what_is_no_moment_has_no_preview(editor, page, at):
    url = address(page, "preview_past", page.pk, first_public(page).pk, at)

    assert editor.get(url).status_code == 404


@pytest.mark.parametrize("view", ["preview_version", "preview_past"])
def test_another_object_s_version_is_none_of_it(editor, page, plan, view):
    at = ["2016-05-01T10:00:00Z"] if view == "preview_past" else []
    url = address(page, view, page.pk, first_public(plan).pk, *at)

    assert editor.get(url).status_code == 404


def test_looking_back_changes_nothing(client, editor, page):
    page.title_da = "Nyt"
    door.publish(page)
    before = client.get("/strategi/").content, Version.objects.count(), Act.objects.count()

    editor.get(f"{mount(page, first_public(page))}/strategi/")

    assert before == (
        client.get("/strategi/").content,
        Version.objects.count(),
        Act.objects.count(),
    )


def test_what_has_not_changed_costs_no_more(editor, plan):
    publish_initiative(plan, "1")
    counts = []
    for _more in range(2):
        url = f"{mount(plan, now_public(plan), long_ago(0))}/plan/"
        editor.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert html.fromstring(editor.get(url).content).xpath("//h1")
        counts.append(len(queries))
        for number in range(4):
            publish_initiative(plan, f"Mere {number}")

    assert counts[0] == counts[1]
