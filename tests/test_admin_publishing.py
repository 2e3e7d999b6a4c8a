"""Saving, publishing and withdrawing in the admin."""

import pytest

from content.pages.models import Page
from content.publishing.admin.seen import newest_version
from content.publishing.models import Act, Edition, UpdateNote

from .editors import add, address, change, choose, errors

GONE = {"confirmed": "1", "kind": "gone", "reason_da": "Planen er udløbet."}


@pytest.fixture
def unpublished(db):
    page = Page(slug="ny", title_da="Ny side")
    page.save()
    return page


def test_an_editor_saves_a_page_that_the_public_does_not_see(client, editor):
    add(editor, Page, title_da="Ny side", slug="ny")

    assert Page.objects.get().state == "unpublished"
    assert client.get("/ny/").status_code == 404
    assert not Edition.objects.exists()


def test_a_publisher_shows_a_new_page_to_the_public(client, publisher):
    add(publisher, Page, "_publish", title_da="Ny side", slug="ny")

    assert client.get("/ny/").context["object"].title == "Ny side"
    assert Edition.objects.get().number == 1


def test_publishing_tells_the_public_in_both_languages(publisher, unpublished):
    change(publisher, unpublished, "_publish", update_note_da="Ny.", update_note_en="New.")

    note = UpdateNote.objects.get()
    assert [note.note_da, note.note_en, note.author.username] == ["Ny.", "New.", "udgiver 1"]


def test_publishing_what_is_not_yet_public_needs_no_note(publisher, unpublished):
    change(publisher, unpublished, "_publish")

    unpublished.refresh_from_db()
    assert unpublished.is_published
    assert not UpdateNote.objects.exists()


def test_changing_what_is_public_needs_a_note(publisher, page):
    response = change(publisher, page, "_publish", title_da="Nyt navn")

    assert list(errors(response)) == ["update_note_da"]
    page.refresh_from_db()
    assert page.title_da == "Strategi"


def test_nothing_typed_is_lost_when_the_note_is_missing(publisher, page):
    response = change(publisher, page, "_publish", title_da="Nyt navn")

    assert response.context["adminform"].form["title_da"].value() == "Nyt navn"


def test_a_minor_change_needs_no_note_and_leaves_the_date(publisher, page):
    before = page.last_updated_at

    change(publisher, page, "_publish", title_da="Strategien", minor_change="on")

    page.refresh_from_db()
    assert (page.title_da, page.last_updated_at) == ("Strategien", before)
    assert not UpdateNote.objects.exists()


def test_a_minor_change_is_not_told(publisher, page):
    response = change(
        publisher, page, "_publish", minor_change="on", update_note_da="Slåfejl rettet."
    )

    assert list(errors(response)) == ["minor_change"]


def test_an_english_note_needs_a_danish_one(publisher, page):
    response = change(publisher, page, "_publish", update_note_en="New goal.")

    assert list(errors(response)) == ["update_note_da"]


def test_a_note_is_kept_with_the_draft(publisher, unpublished):
    change(publisher, unpublished, "_draft", update_note_da="Ny.")

    form = publisher.get(address(unpublished, "change", unpublished.pk)).context["adminform"]
    assert form.form["update_note_da"].value() == "Ny."
    assert not UpdateNote.objects.exists()


def test_a_note_is_kept_with_its_own_draft_alone(publisher, unpublished, page):
    change(publisher, unpublished, "_draft", update_note_da="Ny.")
    publisher.get(address(unpublished, "change", unpublished.pk))

    form = publisher.get(address(page, "change", page.pk)).context["adminform"].form
    assert form["update_note_da"].value() is None


def test_the_rows_are_published_with_their_object(publisher, advice_unit):
    change(
        publisher,
        advice_unit,
        "_publish",
        **{"phone_numbers-0-number": "+4520202020", "update_note_da": "Nyt nummer."},
    )

    number = advice_unit.phone_numbers.get()
    assert number.number.as_e164 == "+4520202020"


def test_a_renamed_page_is_redirected_from_the_form(client, publisher, page):
    change(publisher, page, "_publish", slug="plan", update_note_da="Nyt navn.")

    assert client.get("/strategi/")["Location"] == "/plan/"


def test_a_page_below_one_that_is_not_public_is_not_published(publisher, unpublished):
    child = Page(slug="under", title_da="Under", parent=unpublished)
    child.save()

    response = change(publisher, child, "_publish")

    assert list(errors(response)) == ["parent"]


def test_withdrawing_asks_first(client, publisher, page):
    question = publisher.get(address(page, "withdraw", page.pk))
    assert question.context["objects"] == [page]
    assert client.get("/strategi/").status_code == 200

    seen = {"seen": question.context["seen"]}
    publisher.post(address(page, "withdraw", page.pk), GONE | seen)

    response = client.get("/strategi/")
    assert response.status_code == 410
    assert "Planen er udløbet." in response.text


def withdraw(client, instance):
    seen = {"seen": newest_version()}
    return client.post(address(instance, "withdraw", instance.pk), GONE | seen)


def test_what_public_pages_stand_on_stays(publisher, page):
    child = Page(slug="under", title_da="Under", parent=page)
    child.save()
    change(publisher, child, "_publish")

    withdraw(publisher, page)
    publisher.post(address(page, "delete", page.pk), {"post": "yes"})

    page.refresh_from_db()
    assert page.is_published


def test_the_front_page_stays(publisher, home):
    withdraw(publisher, home)
    publisher.post(address(home, "delete", home.pk), {"post": "yes"})

    home.refresh_from_db()
    assert home.is_published


def test_the_last_advice_unit_stays(publisher, advice_unit):
    withdraw(publisher, advice_unit)
    publisher.post(address(advice_unit, "delete", advice_unit.pk), {"post": "yes"})

    advice_unit.refresh_from_db()
    assert advice_unit.is_published


def test_a_deleted_page_starts_a_new_edition(client, publisher, page):
    before = Edition.objects.get().number

    publisher.post(address(page, "delete", page.pk), {"post": "yes"})

    assert client.get("/strategi/").status_code == 404
    assert Edition.objects.get().number == before + 1


def test_a_page_and_those_below_it_are_published_at_once(client, publisher, unpublished):
    child = Page(slug="under", title_da="Under", parent=unpublished)
    child.save()

    choose(publisher, "publish_selected", child, unpublished)

    assert client.get("/ny/under/").context["object"] == child


def test_withdrawing_several_asks_once_and_takes_those_below_first(publisher, page):
    child = Page(slug="under", title_da="Under", parent=page)
    child.save()
    change(publisher, child, "_publish")

    question = choose(publisher, "withdraw_selected", page, child)
    assert question.context["objects"] == [child, page]
    choose(publisher, "withdraw_selected", page, child, **GONE)

    assert not Page.objects.published().exists()


def test_publishing_is_in_the_log(publisher, unpublished):
    change(publisher, unpublished, "_publish", update_note_da="Ny side.")

    act = Act.objects.of(unpublished).first()
    assert [act.action, act.user_name, act.note] == ["published", "udgiver 1", "Ny side."]
