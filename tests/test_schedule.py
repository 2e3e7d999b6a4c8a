"""Planning in the form when its object goes out, and when it comes off."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from content.advice.models import AdviceUnit
from content.pages.models import Page
from content.publishing import drafts
from content.publishing.models import Act, Draft, Edition, Plan, PlannedAct, UpdateNote, Version
from content.publishing.plans import carry_out_due

from .editors import add, address, change, choose, errors, filled_in, signed_in


@pytest.fixture
def unpublished(db):
    return Page.objects.create(slug="ny", title_da="Ny side")


def schedule(client, instance, **values):
    return change(client, instance, "_schedule", **values)


def plan_new_title(client, clock, page, title="Nyt", **ahead):
    return schedule(
        client,
        page,
        title_da=title,
        minor_change="on",
        publish_at=clock.typed(**ahead or {"hours": 1}),
    )


# Going out


def test_a_planned_text_goes_out_at_its_time(client, clock, publisher, page):
    plan_new_title(publisher, clock, page)
    assert client.get("/strategi/").context["object"].title == "Strategi"

    clock.move(hours=1)

    assert client.get("/strategi/").context["object"].title == "Nyt"


def test_a_planned_text_is_a_draft_until_then(clock, publisher, page):
    plan_new_title(publisher, clock, page)

    assert Draft.objects.of(page).get().version == PlannedAct.objects.get().version
    clock.move(hours=1)
    carry_out_due(clock.at)
    assert not Draft.objects.exists()


def test_a_page_that_was_never_public_goes_out_at_its_time(client, clock, publisher):
    add(publisher, Page, "_schedule", title_da="Ny", slug="ny", publish_at=clock.typed(hours=1))
    assert client.get("/ny/").status_code == 404

    clock.move(hours=1)

    assert client.get("/ny/").context["object"].title == "Ny"


def test_the_rows_go_out_with_their_object(clock, publisher, advice_unit):
    schedule(
        publisher,
        advice_unit,
        minor_change="on",
        publish_at=clock.typed(hours=1),
        **{"phone_numbers-0-number": "+4520202020"},
    )
    clock.move(hours=1)
    carry_out_due(clock.at)

    assert AdviceUnit.objects.get().phone_numbers.get().number.as_e164 == "+4520202020"


def test_the_public_is_told_when_it_goes_out(clock, publisher, page):
    schedule(publisher, page, update_note_da="Nyt mål.", publish_at=clock.typed(hours=1))
    assert not UpdateNote.objects.exists()

    now = clock.move(hours=1)
    carry_out_due(now)

    note = UpdateNote.objects.get()
    assert [note.note_da, note.published_at, note.author.username] == [
        "Nyt mål.",
        now,
        "udgiver 1",
    ]


def test_a_later_draft_does_not_change_the_plan(clock, publisher, page):
    plan_new_title(publisher, clock, page)
    change(publisher, page, "_draft", title_da="Senere")
    clock.move(hours=1)
    carry_out_due(clock.at)

    page.refresh_from_db()
    assert page.title_da == "Nyt"
    assert drafts.draft_of(page).version.title == "Senere"
    assert not drafts.is_behind(drafts.draft_of(page))


def test_a_later_save_of_what_was_never_public_stays_as_a_draft(clock, publisher, unpublished):
    schedule(publisher, unpublished, title_da="Planlagt", publish_at=clock.typed(hours=1))
    change(publisher, unpublished, "_draft", title_da="Senere")
    clock.move(hours=1)
    carry_out_due(clock.at)

    unpublished.refresh_from_db()
    assert unpublished.title_da == "Planlagt"
    assert drafts.draft_of(unpublished).version.title == "Senere"


def test_the_form_says_that_what_is_saved_later_is_not_in_the_plan(clock, publisher, page):
    url = address(page, "change", page.pk)
    plan_new_title(publisher, clock, page)
    assert shown_and_planned(publisher, url) == [True]

    change(publisher, page, "_draft", title_da="Senere")

    assert shown_and_planned(publisher, url) == [False]


def shown_and_planned(client, url):
    context = client.get(url).context
    return [act.version == context["sitting"].shown for act in context["planned_acts"]]


# Coming off


def test_a_page_comes_off_at_its_time(client, clock, publisher, page):
    schedule(publisher, page, expire_at=clock.typed(hours=1))
    assert client.get("/strategi/").status_code == 200

    clock.move(hours=1)

    assert client.get("/strategi/").status_code == 410


def test_coming_off_alone_makes_no_version_and_needs_no_note(clock, publisher, page):
    before = Version.objects.count()

    schedule(publisher, page, expire_at=clock.typed(hours=1))

    assert Version.objects.count() == before
    assert PlannedAct.objects.get().action == "withdraw"


def test_what_was_typed_while_planning_to_withdraw_is_a_draft(clock, publisher, page):
    schedule(publisher, page, title_da="Nyt", expire_at=clock.typed(hours=1))

    assert Draft.objects.of(page).get().version.title == "Nyt"
    assert PlannedAct.objects.get().action == "withdraw"


def test_a_page_goes_out_and_comes_off(client, clock, publisher, unpublished):
    schedule(
        publisher,
        unpublished,
        publish_at=clock.typed(hours=1),
        expire_at=clock.typed(hours=2),
    )

    statuses = []
    for _hour in range(3):
        statuses.append(client.get("/ny/").status_code)
        clock.move(hours=1)

    assert statuses == [404, 200, 410]


def test_a_page_that_went_out_and_came_off_unasked_does_so_in_order(clock, publisher, page):
    schedule(
        publisher,
        page,
        title_da="Nyt",
        minor_change="on",
        publish_at=clock.typed(hours=1),
        expire_at=clock.typed(hours=2),
    )
    clock.move(days=3)
    carry_out_due(clock.at)

    page.refresh_from_db()
    assert [page.title_da, page.state] == ["Nyt", "withdrawn"]


# The clock


@pytest.fixture
def november(clock):
    """A day from which what is typed below is ahead, whenever the tests run."""
    clock.at = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2027-03-28T01:59", "2027-03-28T00:59+00:00"),
        ("2027-03-28T03:00", "2027-03-28T01:00+00:00"),
        ("2027-10-31T01:59", "2027-10-30T23:59+00:00"),
        ("2027-10-31T03:00", "2027-10-31T02:00+00:00"),
        ("2027-01-15T10:00", "2027-01-15T09:00+00:00"),
        ("2027-07-15T10:00", "2027-07-15T08:00+00:00"),
    ],
)
def test_times_are_those_of_the_clock_in_copenhagen(november, publisher, page, typed, moment):
    schedule(publisher, page, minor_change="on", publish_at=typed)

    assert Plan.objects.get().at == datetime.fromisoformat(moment)


@pytest.mark.parametrize("typed", ["2027-03-28T02:30", "2027-10-31T02:30"])
@pytest.mark.parametrize("field", ["publish_at", "expire_at"])
def test_times_that_do_not_exist_or_come_twice_are_refused(
    november, publisher, page, typed, field
):
    response = schedule(publisher, page, minor_change="on", **{field: typed})

    assert list(errors(response)) == [field]
    assert not Plan.objects.exists()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "publish_at"),
        ({"publish_at": "i morgen"}, "publish_at"),
        ({"publish_at": "2020-01-01T10:00"}, "publish_at"),
        ({"expire_at": "2020-01-01T10:00"}, "expire_at"),
        ({"publish_at": "2027-07-01T10:00", "expire_at": "2027-07-01T10:00"}, "expire_at"),
    ],
)
def test_times_that_can_not_be_are_refused(november, publisher, page, values, field):
    response = schedule(publisher, page, minor_change="on", **values)

    assert list(errors(response)) == [field]


@pytest.mark.parametrize("button", ["_draft", "_publish"])
def test_a_time_with_another_button_is_refused(november, publisher, page, button):
    response = change(publisher, page, button, minor_change="on", publish_at="2027-07-01T10:00")

    assert list(errors(response)) == ["publish_at"]


def test_planning_a_new_text_needs_a_note(clock, publisher, page):
    response = schedule(publisher, page, title_da="Nyt", publish_at=clock.typed(hours=1))

    assert list(errors(response)) == ["update_note_da"]


def test_what_is_not_public_can_not_only_come_off(clock, publisher, unpublished):
    response = schedule(publisher, unpublished, expire_at=clock.typed(hours=1))

    assert list(errors(response)) == ["publish_at"]


def test_what_must_stay_does_not_come_off(clock, publisher, home):
    response = schedule(publisher, home, expire_at=clock.typed(hours=1))

    assert list(errors(response)) == ["expire_at"]


def test_a_page_comes_off_after_those_below_it(clock, publisher, page):
    child = Page.objects.create(slug="under", title_da="Under", parent=page)
    change(publisher, child, "_publish")
    refused = schedule(publisher, page, expire_at=clock.typed(hours=1))
    assert list(errors(refused)) == ["expire_at"]

    for each in [child, page]:
        schedule(publisher, each, expire_at=clock.typed(hours=1))
    clock.move(hours=1)
    carry_out_due(clock.at)

    assert not Page.objects.published().exists()


def test_a_plan_over_a_newer_draft_is_refused(clock, editor, publisher, page):
    url = address(page, "change", page.pk)
    stale = filled_in(publisher, url)
    change(editor, page, "_draft", title_da="Ny kladde")

    publisher.post(
        url,
        {
            **stale,
            "minor_change": "on",
            "publish_at": clock.typed(hours=1),
            "_schedule": "1",
        },
    )

    assert not Plan.objects.exists()


# By hand meanwhile


def test_a_plan_is_flagged_when_a_newer_text_is_published_by_hand(clock, publisher, page):
    plan_new_title(publisher, clock, page)
    change(publisher, page, "_publish", title_da="I hånden", minor_change="on")

    context = publisher.get(address(page, "change", page.pk)).context

    assert [act.is_outdated for act in context["planned_acts"]] == [True]


def test_a_plan_never_overwrites_what_was_published_by_hand(clock, publisher, page):
    plan_new_title(publisher, clock, page)
    change(publisher, page, "_publish", title_da="I hånden", minor_change="on")
    clock.move(hours=1)
    carry_out_due(clock.at)

    page.refresh_from_db()
    assert [page.title_da, Plan.objects.get().state] == ["I hånden", "failed"]


def test_a_plan_does_not_show_again_what_was_withdrawn_by_hand(clock, publisher, page):
    plan_new_title(publisher, clock, page)
    gone = {"confirmed": "1", "kind": "gone", "reason_da": "Udløbet."}
    choose(publisher, "withdraw_selected", page, **gone)
    clock.move(hours=1)
    carry_out_due(clock.at)

    page.refresh_from_db()
    assert page.state == "withdrawn"


def test_two_plans_for_a_page_follow_each_other(clock, publisher, page):
    plan_new_title(publisher, clock, page, "Først", hours=1)
    plan_new_title(publisher, clock, page, "Siden", hours=2)

    titles = []
    for _hour in range(2):
        clock.move(hours=1)
        carry_out_due(clock.at)
        page.refresh_from_db()
        titles.append(page.title_da)

    assert titles == ["Først", "Siden"]


def test_an_older_text_does_not_come_after_a_newer_one(clock, publisher, page):
    plan_new_title(publisher, clock, page, "Ældre", hours=2)
    plan_new_title(publisher, clock, page, "Nyere", hours=1)
    clock.move(hours=2)
    carry_out_due(clock.at)

    page.refresh_from_db()
    assert page.title_da == "Nyere"


# Off the plan


def unschedule(client, instance):
    act = PlannedAct.objects.of(instance).get()
    return client.post(address(instance, "unschedule", instance.pk, act.pk))


def test_what_is_taken_off_the_plan_stays_a_draft(client, clock, publisher, page):
    plan_new_title(publisher, clock, page)

    unschedule(publisher, page)

    assert not Plan.objects.exists()
    clock.move(hours=2)
    assert client.get("/strategi/").context["object"].title == "Strategi"
    assert Draft.objects.of(page).get().version.title == "Nyt"


def test_the_log_tells_of_plans(clock, publisher, page):
    plan_new_title(publisher, clock, page)
    unschedule(publisher, page)

    acts = Act.objects.of(page)[:2]
    assert [(act.action, act.user_name) for act in acts] == [
        ("unscheduled", "udgiver 1"),
        ("scheduled", "udgiver 1"),
    ]


def test_the_form_shows_what_is_planned_by_whom(clock, publisher, page):
    plan_new_title(publisher, clock, page)

    response = publisher.get(address(page, "change", page.pk))

    when = timezone.localtime(Plan.objects.get().at).strftime("%H.%M")
    told = response.text.partition('explanation plan">')[2].partition("</p>")[0]
    assert when in told
    assert "udgiver 1" in told


# Who may


def test_an_editor_does_not_plan(clock, editor, page):
    response = plan_new_title(editor, clock, page)

    assert response.status_code == 403
    assert not Plan.objects.exists()


def test_an_editor_takes_nothing_off_the_plan(clock, editor, publisher, page):
    plan_new_title(publisher, clock, page)

    assert unschedule(editor, page).status_code == 403
    assert Plan.objects.exists()


@pytest.mark.parametrize(("role", "shown"), [("redaktør", False), ("udgiver", True)])
def test_the_times_stand_in_the_form_of_those_who_may(role, shown, page):
    context = signed_in(role).get(address(page, "change", page.pk)).context

    rows = [
        row for _name, options in context["adminform"].fieldsets for row in options["fields"]
    ]
    assert (("publish_at", "expire_at") in rows) == shown


def test_nothing_is_taken_off_by_a_link(clock, publisher, page):
    plan_new_title(publisher, clock, page)
    act = PlannedAct.objects.get()

    response = publisher.get(address(page, "unschedule", page.pk, act.pk))

    assert response.status_code == 405


# What is next


def test_the_edition_says_when_the_next_plan_is_due(clock, publisher, page):
    due = []
    for hours in [2, 1]:
        plan_new_title(publisher, clock, page, f"Titel {hours}", hours=hours)
        due.append(Edition.objects.get().due_at == Plan.objects.earliest("at").at)
    carry_out_due(clock.move(hours=1))
    due.append(Edition.objects.get().due_at == Plan.objects.open().get().at)
    PlannedAct.objects.open().get().plan.delete()
    carry_out_due(clock.move(hours=5))

    assert due == [True, True, True]
