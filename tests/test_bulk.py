"""Publishing several from the list: all of them or none."""

import pytest

from content.pages.models import Page
from content.publishing import door
from content.publishing.models import Draft, UpdateNote, Version

from .editors import address, change, choose, seen


@pytest.fixture
def unpublished(db):
    return Page.objects.create(slug="ny", title_da="Ny side")


def publish(client, *objects, **values):
    return choose(client, "publish_selected", *objects, **values)


def confirm(client, *objects, **values):
    return publish(client, *objects, confirmed="1", **values)


def said(response):
    return [str(message) for message in response.context["messages"]]


def title(page):
    page.refresh_from_db()
    return page.title_da


def test_a_draft_of_what_is_public_goes_out_after_a_question(publisher, page):
    change(publisher, page, "_draft", title_da="Nyt")

    question = publish(publisher, page)
    assert question.context["targets"] == [page]
    assert title(page) == "Strategi"

    confirm(publisher, page, update_note_da="Nyt navn.")
    assert title(page) == "Nyt"
    assert UpdateNote.objects.get().note_da == "Nyt navn."
    assert not Draft.objects.exists()


def test_a_draft_without_a_note_asks_for_one(publisher, page):
    change(publisher, page, "_draft", title_da="Nyt")

    response = confirm(publisher, page)

    assert list(response.context["form"].errors) == ["update_note_da"]
    assert title(page) == "Strategi"


def test_a_minor_change_is_told_to_nobody(publisher, page):
    change(publisher, page, "_draft", title_da="Nyt")

    confirm(publisher, page, minor_change="on")

    assert title(page) == "Nyt"
    assert not UpdateNote.objects.exists()


def test_a_draft_keeps_a_note_of_its_own(publisher, page):
    change(publisher, page, "_draft", title_da="Nyt", update_note_da="Kladdens.")

    confirm(publisher, page, update_note_da="Fælles.")

    assert UpdateNote.objects.get().note_da == "Kladdens."


def test_what_was_never_public_is_not_asked_about(publisher, unpublished):
    publish(publisher, unpublished)

    unpublished.refresh_from_db()
    assert unpublished.is_published


def test_what_is_public_as_it_stands_is_left_alone(publisher, page):
    before = Version.objects.count()

    publish(publisher, page)

    assert Version.objects.count() == before


def test_one_that_can_not_go_out_keeps_all_back(publisher, unpublished):
    other = Page.objects.create(slug="andet", title_da="Andet")
    child = Page.objects.create(slug="under", title_da="Under", parent=other)

    response = publish(publisher, unpublished, child)

    assert not Page.objects.published().exists()
    [told] = said(response)
    assert told.startswith("Under: ")
    assert "Andet" in told


def test_pages_go_out_from_above_whatever_the_order(publisher, unpublished):
    child = Page.objects.create(slug="under", title_da="Under", parent=unpublished, position=1)

    publish(publisher, child, unpublished)

    assert Page.objects.published().count() == 2


def test_what_was_changed_since_the_list_was_opened_is_refused_by_name(
    editor, publisher, page, unpublished
):
    change(editor, page, "_draft", title_da="Læst")
    opened = seen(publisher, Page)
    change(editor, page, "_draft", title_da="Ulæst")

    response = confirm(publisher, page, unpublished, minor_change="on", seen=opened)

    assert title(page) == "Strategi"
    unpublished.refresh_from_db()
    assert not unpublished.is_published
    [told] = said(response)
    assert "Strategi" in told


def test_the_question_remembers_what_the_list_had_shown(publisher, page):
    change(publisher, page, "_draft", title_da="Nyt")
    opened = seen(publisher, Page)
    change(publisher, page, "_draft", title_da="Nyere")

    question = publish(publisher, page, seen=opened)

    assert str(question.context["seen"]) == opened


GONE = {"confirmed": "1", "kind": "gone", "reason_da": "Udløbet."}


@pytest.mark.parametrize(
    ("action", "values"),
    [
        ("publish_selected", {"confirmed": "1", "minor_change": "on"}),
        ("withdraw_selected", GONE),
        ("mark_selected_reviewed", {}),
    ],
)
@pytest.mark.parametrize("says_what_it_saw", [True, False])
def test_no_action_is_taken_on_what_nobody_has_seen(
    editor, publisher, page, action, values, says_what_it_saw
):
    opened = seen(publisher, Page)
    change(editor, page, "_draft", title_da="Ulæst")
    before = Page.objects.values().get(), Draft.objects.values().get()

    response = choose(
        publisher, action, page, **values, seen=opened if says_what_it_saw else ""
    )

    assert (Page.objects.values().get(), Draft.objects.values().get()) == before
    [told] = said(response)
    assert told.endswith("”Strategi” er blevet ændret, siden du åbnede siden. Se på det igen.")


def test_of_several_only_those_that_were_changed_stay_public(editor, publisher, page, home):
    other = Page(slug="anden", title_da="Anden")
    door.publish(other)
    opened = seen(publisher, Page)
    change(editor, page, "_draft", title_da="Ulæst")

    choose(publisher, "withdraw_selected", page, other, **GONE, seen=opened)

    assert {each.title_da for each in Page.objects.published()} == {"Forside", "Strategi"}


@pytest.mark.parametrize("opened", ["list", "form"])
def test_the_question_before_a_withdrawal_remembers_what_was_shown(
    editor, publisher, page, opened
):
    shown = Version.objects.of(page).newest().pk
    change(editor, page, "_draft", title_da="Ulæst")

    if opened == "list":
        question = choose(publisher, "withdraw_selected", page, seen=shown)
    else:
        question = publisher.get(address(page, "withdraw", page.pk), {"seen": shown})

    assert question.context["seen"] == shown


def test_an_editor_publishes_nothing_from_the_list(editor, page):
    change(editor, page, "_draft", title_da="Nyt")

    confirm(editor, page, minor_change="on")

    assert title(page) == "Strategi"


# The list


@pytest.mark.parametrize(("work", "found"), [("has_draft", True), ("is_planned", False)])
def test_the_list_shows_what_has_a_draft(publisher, page, work, found):
    change(publisher, page, "_draft", title_da="Nyt")

    listed = publisher.get(address(Page, "changelist"), {"work": work}).context["cl"]

    assert [each.has_draft for each in listed.result_list] == [True] * found


def test_the_list_shows_what_is_planned(clock, publisher, page):
    change(publisher, page, "_schedule", expire_at=clock.typed(hours=1))

    [listed] = (
        publisher.get(address(Page, "changelist"), {"work": "is_planned"})
        .context["cl"]
        .result_list
    )

    assert [listed, listed.is_planned, listed.has_draft] == [page, True, False]
