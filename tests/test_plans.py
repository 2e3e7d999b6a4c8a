"""Plans are carried out once, completely, and whoever comes first."""

import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from content.pages.models import Page
from content.publishing import door, drafts, plans
from content.publishing.history.snapshot import assign, snapshot
from content.publishing.models import Act, Edition, Plan, PlannedAct, Version
from content.publishing.note import Note
from content.publishing.plans import Entry, carry_out_due


def drafted(instance, **fields):
    """A version of `instance` with other values, not yet public."""
    data = snapshot(instance)
    data["fields"] |= fields
    changed = type(instance).objects.get(pk=instance.pk)
    assign(changed, data["fields"])
    return drafts.keep(changed, data, note=Note(is_minor=True))


def out(instance, **fields):
    return Entry(instance, drafted(instance, **fields))


def new_page(slug, **fields):
    return Page.objects.create(slug=slug, title_da=slug.title(), **fields)


@pytest.fixture
def soon(clock):
    return clock.at + timedelta(hours=1)


def states():
    return [plan.state for plan in Plan.objects.order_by("pk")]


# At its time


def test_nothing_happens_before_its_time(page, soon):
    plans.make(soon, [out(page, title_da="Nyt")])

    assert carry_out_due(soon - timedelta(seconds=1)) == []
    assert states() == ["waiting"]


def test_plans_are_carried_out_in_the_order_of_their_time(page, soon):
    later, sooner = soon + timedelta(hours=1), soon
    plans.make(later, [Entry(page)])
    plans.make(sooner, [out(page, title_da="Nyt")])

    done = carry_out_due(later)

    assert [plan.at for plan in done] == [sooner, later]


def test_a_plan_is_carried_out_once(page, soon):
    plans.make(soon, [out(page, title_da="Nyt")])
    carry_out_due(soon)
    before = Edition.objects.get().number

    assert carry_out_due(soon + timedelta(hours=1)) == []
    assert Edition.objects.get().number == before


@pytest.mark.parametrize(
    "moment", ["2027-03-28T00:59:00+00:00", "2027-03-28T01:00:00+00:00", "2027-10-31T01:00:00Z"]
)
def test_a_clock_change_moves_nothing(page, moment):
    at = timezone.datetime.fromisoformat(moment)
    plans.make(at, [out(page, title_da="Nyt")])

    assert carry_out_due(at - timedelta(seconds=1)) == []
    assert len(carry_out_due(at)) == 1


def test_a_page_goes_out_before_those_below_it(db, soon):
    above = new_page("over")
    below = new_page("under", parent=above)

    plans.make(soon, [out(below), out(above)])
    carry_out_due(soon)

    assert Page.objects.published().count() == 2


def test_a_page_comes_off_after_those_below_it(page, soon):
    below = new_page("under", parent=page)
    door.publish(below)

    plans.make(soon, [Entry(page), Entry(below)])
    carry_out_due(soon)

    assert not Page.objects.published().exists()


def test_the_strategy_the_plan_and_the_figures_go_out_together(
    client, clock, page, concern_year, soon
):
    actions = new_page("handleplan", kind="action_plan", parent=page)
    plans.make(
        soon,
        [out(page, title_da="Ny strategi"), out(actions), out(concern_year, referrals=61)],
        title="Ny strategi",
    )
    clock.move(hours=1)

    client.get("/statistik.csv")

    page.refresh_from_db()
    concern_year.refresh_from_db()
    actions.refresh_from_db()
    assert [page.title_da, actions.is_published, concern_year.referrals] == [
        "Ny strategi",
        True,
        61,
    ]


# What can't be


def failing(page, soon):
    """A plan of two, of which one breaks a rule by its time."""
    other = new_page("anden")
    return plans.make(soon, [out(page, title_da="Nyt"), out(other, title_da="Anden", slug="")])


def test_of_a_plan_that_fails_nothing_is_public(client, clock, home, page, soon):
    before = client.get("/strategi/").content
    failing(page, soon)
    clock.move(hours=1)

    assert client.get("/strategi/").content == before
    assert states() == ["failed"]


def test_a_plan_that_failed_says_why_for_each_object(page, soon):
    plan = failing(page, soon)
    carry_out_due(soon)

    plan.refresh_from_db()
    assert plan.failure == "Anden: Skriv en adresse til siden."
    acts = Act.objects.filter(action="failed")
    assert {act.label for act in acts} == {"Nyt", "Anden"}
    assert {act.note for act in acts} == {plan.failure}


def test_a_plan_that_failed_is_not_tried_again(page, soon):
    failing(page, soon)
    carry_out_due(soon)

    assert carry_out_due(soon + timedelta(hours=1)) == []
    assert Edition.objects.get().due_at is None


def test_a_plan_that_fails_keeps_no_other_back(page, network, soon):
    failing(page, soon)
    plans.make(soon, [out(network, name="Nyt navn")])
    carry_out_due(soon)

    network.refresh_from_db()
    assert [network.name, *states()] == ["Nyt navn", "failed", "done"]


def test_a_plan_for_what_has_been_deleted_fails(page, soon):
    plans.make(soon, [out(page, title_da="Nyt")])
    door.delete(page)
    carry_out_due(soon)

    assert states() == ["failed"]


def test_a_mistake_in_the_program_stops_no_page(client, clock, home, page, soon, caplog):
    plan = plans.make(soon, [out(page, title_da="Nyt")])
    Version.objects.filter(pk=plan.acts.get().version_id).update(data={})
    clock.move(hours=1)

    assert client.get("/strategi/").status_code == 200
    assert states() == ["failed"]


def test_withdrawing_what_is_withdrawn_already_is_done(page, soon):
    plans.make(soon, [Entry(page)])
    door.withdraw(page)
    carry_out_due(soon)

    assert states() == ["done"]


# The next request


@pytest.mark.parametrize("path", ["/strategi/", "/en/strategi/", "/sitemap.xml", "/"])
def test_any_page_carries_out_what_is_due(client, clock, home, page, path, soon):
    plans.make(soon, [out(page, title_da="Nyt", title_en="New")])
    clock.move(hours=1)

    client.get(path)

    assert states() == ["done"]


def test_the_log_is_danish_though_an_english_page_was_asked_for(client, clock, page, soon):
    failing(page, soon)
    clock.move(hours=1)

    client.get("/en/strategi/")

    assert Plan.objects.get().failure == "Anden: Skriv en adresse til siden."


@pytest.mark.parametrize("path", ["/sundhed/live", "/robots.txt", "/static/css/admin.css"])
def test_what_shows_no_content_asks_the_database_nothing(
    client, clock, page, path, soon, django_assert_num_queries
):
    plans.make(soon, [out(page, title_da="Nyt")])
    clock.move(hours=1)

    with django_assert_num_queries(0):
        client.get(path).close()


def asked_for(client, path):
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    return [query["sql"] for query in asked]


def test_a_page_asks_for_its_edition_once(client, home, page):
    asked = asked_for(client, "/strategi/")

    assert len([sql for sql in asked if "publishing_edition" in sql]) == 1


def test_a_page_costs_the_same_while_plans_wait(client, home, page, soon):
    asked_for(client, "/strategi/")
    before = len(asked_for(client, "/strategi/"))
    for number in range(3):
        plans.make(soon, [out(page, title_da=f"Nyt {number}")])

    assert len(asked_for(client, "/strategi/")) == before


# At once


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="two processes ask for it in test_publish_due"
)
def test_of_many_who_come_at_once_one_carries_out():
    page = new_page("ny")
    plans.make(timezone.now() + timedelta(hours=1), [out(page)])
    now = timezone.now() + timedelta(hours=2)
    together, done = threading.Barrier(6), []

    def come():
        together.wait()
        done.extend(carry_out_due(now))
        connection.close()

    threads = [threading.Thread(target=come) for _ in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert len(done) == 1
    assert Act.objects.of(page).filter(action="published").count() == 1


# By a timer


def test_the_command_says_what_it_did(clock, page, network, soon, capsys):
    failing(page, soon)
    plans.make(soon, [out(network, name="Nyt navn")], title="Netværk")
    clock.move(hours=1)

    call_command("publish_due")

    said = capsys.readouterr()
    assert said.out == "Carried out: Netværk\n"
    assert said.err.splitlines()[0] == "Failed: Nyt, Anden"


def test_the_command_says_nothing_when_nothing_is_due(page, soon, capsys):
    plans.make(soon, [out(page, title_da="Nyt")])

    call_command("publish_due")

    assert capsys.readouterr().out == ""


def test_one_object_taken_off_leaves_the_rest_of_the_plan(page, network, soon):
    plan = plans.make(soon, [out(page, title_da="Nyt"), out(network, name="Nyt navn")])
    plans.take_off(PlannedAct.objects.of(page).get())
    carry_out_due(soon)

    page.refresh_from_db()
    plan.refresh_from_db()
    assert [page.title_da, plan.state] == ["Strategi", "done"]
