"""When a page was looked through and when it is next: the dates, the button, the public."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from content.pages.models import Page
from content.publishing import door, drafts
from content.publishing.dates import a_year_after
from content.publishing.history.snapshot import snapshot
from content.publishing.models import Act, Draft, UpdateNote, Version
from content.publishing.publication import publish_version

from .editors import address, change, choose, errors, signed_in


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


def press(client, page):
    newest = Version.objects.of(page).in_line().newest()
    return client.post(
        address(page, "reviewed", page.pk), {"seen": newest.pk if newest else ""}
    )


def dates(page):
    page.refresh_from_db()
    return page.reviewed_on, page.next_review


def drafted(page):
    fields = drafts.draft_of(page).version.data["fields"]
    return fields["reviewed_on"], fields["next_review"]


def keep_draft(page, **fields):
    data = snapshot(page)
    data["fields"] |= fields
    return drafts.keep(page, data)


def test_a_publisher_s_review_is_public_at_once(publisher, page, client):
    response = press(publisher, page)

    assert response.url == address(page, "change", page.pk)
    assert dates(page) == (today(), a_year_after(today()))
    public = client.get(page.get_absolute_url()).content.decode()
    assert f'datetime="{today()}"' in public
    assert f'datetime="{a_year_after(today())}"' in public


def test_a_review_is_a_minor_publication(publisher, page):
    before = page.last_updated_at

    press(publisher, page)

    page.refresh_from_db()
    version = Version.objects.of(page).newest()
    assert page.last_updated_at == before
    assert (version.origin, version.is_minor) == ("published", True)
    assert UpdateNote.objects.count() == 0
    assert Act.objects.of(page).first().action == Act.Action.PUBLISHED


@pytest.mark.parametrize(
    ("last", "following", "expected"),
    [(-90, 10, 100), (-90, -10, 80), (None, 10, None), (-90, None, None)],
)
def test_the_interval_stays_as_it_was_and_is_a_year_where_there_was_none(
    publisher, page, last, following, expected
):
    page.reviewed_on = None if last is None else today(last)
    page.next_review = None if following is None else today(following)
    door.publish(page)

    press(publisher, page)

    after = a_year_after(today()) if expected is None else today(expected)
    assert dates(page) == (today(), after)


def test_an_editor_s_review_is_a_draft(editor, page):
    press(editor, page)

    assert dates(page) == (None, None)
    assert drafted(page) == (today().isoformat(), a_year_after(today()).isoformat())
    assert drafts.draft_of(page).version.is_minor

    publish_version(drafts.draft_of(page).version)
    assert dates(page) == (today(), a_year_after(today()))


@pytest.mark.parametrize("role", ["redaktør", "udgiver"])
def test_a_draft_that_somebody_is_at_gets_the_dates_and_keeps_its_text(role, page):
    note = keep_draft(page, body_da="<p>Ny tekst.</p>")
    Version.objects.filter(pk=note.pk).update(note_da="Teksten er ny.")

    press(signed_in(role), page)

    page.refresh_from_db()
    version = drafts.draft_of(page).version
    assert page.body_da == "<p>Dansk tekst.</p>"
    assert version.data["fields"]["body_da"] == "<p>Ny tekst.</p>"
    assert version.note_da == "Teksten er ny."
    assert drafted(page) == (today().isoformat(), a_year_after(today()).isoformat())


@pytest.mark.parametrize("is_behind", [True, False])
def test_a_draft_is_as_far_behind_as_it_was(publisher, page, is_behind):
    keep_draft(page, body_da="<p>Ny tekst.</p>")
    if is_behind:
        first = Version.objects.of(page).public().first()
        Draft.objects.update(based_on=None if first is None else first)
        data = drafts.draft_of(page).version
        door.publish(page, note_da="Noget andet.")
        Draft.objects.create(target=page, version=data, based_on=first)

    press(publisher, page)

    assert drafts.is_behind(drafts.draft_of(page)) == is_behind


@pytest.mark.parametrize("role", ["redaktør", "udgiver"])
def test_a_page_that_is_not_public_gets_the_dates_itself(role, db):
    page = Page(slug="ny", title_da="Ny")
    page.save()

    press(signed_in(role), page)

    assert dates(page) == (today(), a_year_after(today()))
    assert not page.is_published
    assert Version.objects.of(page).count() == 1


def test_several_are_reviewed_from_the_list(publisher, page, home):
    choose(publisher, "mark_selected_reviewed", page, home)

    assert dates(page) == dates(home) == (today(), a_year_after(today()))


def test_looking_reviews_nothing(publisher, page):
    assert publisher.get(address(page, "reviewed", page.pk)).status_code == 405
    assert dates(page) == (None, None)


def test_who_may_not_change_pages_reviews_none(client, page):
    client.force_login(User.objects.create_user("gæst", is_staff=True))

    assert press(client, page).status_code == 403
    assert dates(page) == (None, None)


def test_a_page_that_is_gone_leads_back_to_the_start(publisher, db):
    assert publisher.post(address(Page, "reviewed", 999)).status_code == 302


def test_a_page_that_can_t_be_published_is_not_reviewed(publisher, page):
    Page.objects.update(title_da="")

    press(publisher, page)

    assert dates(page) == (None, None)


@pytest.mark.parametrize("following", [date(2026, 1, 1), date(2025, 12, 31)])
def test_the_next_review_comes_after_the_last_in_the_database_too(page, following):
    page.reviewed_on, page.next_review = date(2026, 1, 1), following
    with pytest.raises(ValidationError):
        page.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        page.save()


def test_what_is_wrong_with_the_dates_is_said_at_the_next_one(publisher, page):
    response = change(
        publisher, page, "_draft", reviewed_on="2026-01-01", next_review="2026-01-01"
    )

    assert list(errors(response)) == ["next_review"]


def test_nobody_has_reviewed_a_page_tomorrow(publisher, page):
    response = change(publisher, page, "_draft", reviewed_on=today(1).isoformat())

    assert list(errors(response)) == ["reviewed_on"]


def test_a_minor_edit_moves_neither_date(publisher, page):
    page.reviewed_on, page.next_review = today(-10), today(10)
    door.publish(page)

    change(publisher, page, "_publish", title_da="Strategien", minor_change="on")

    assert dates(page) == (today(-10), today(10))
    assert page.title_da == "Strategien"


def test_a_page_that_nobody_has_reviewed_says_nothing_of_it(client, page):
    assert client.get(page.get_absolute_url()).content.decode().count("<time") == 1


def test_only_those_who_can_sign_in_own_pages(publisher, page):
    staff = User.objects.create_user("anna", is_staff=True)
    User.objects.create_user("gæst")
    User.objects.create_user("væk", is_staff=True, is_active=False)

    form = publisher.get(address(page, "change", page.pk)).context["adminform"].form

    me = User.objects.get(username="udgiver 1")
    assert set(form.fields["owner"].queryset) == {staff, me}


def test_a_page_outlives_its_owner(publisher, page):
    owner = User.objects.create_user("anna", is_staff=True)
    page.owner = owner
    door.publish(page)
    keep_draft(page, body_da="<p>Ny tekst.</p>")
    owner.delete()

    publish_version(drafts.draft_of(page).version)

    page.refresh_from_db()
    assert page.owner is None
    assert page.body_da == "<p>Ny tekst.</p>"
