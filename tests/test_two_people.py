"""Presence, a second pair of eyes, deletion while somebody writes, and typing brought back."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from content.pages.models import Page
from content.publishing import door
from content.publishing.models import (
    Act,
    Draft,
    Opening,
    PlannedAct,
    UpdateNote,
    Version,
)
from content.publishing.plans import carry_out_due

from .editors import address, change, choose, errors, filled_in, signed_in


@pytest.fixture
def administrator(db):
    return signed_in("administrator")


@pytest.fixture
def guarded(page):
    page.needs_second_person = True
    page.save()
    return page


def form(client, instance):
    return client.get(address(instance, "change", instance.pk))


# Presence


def test_the_form_says_who_else_has_it_open(editor, publisher, page):
    form(publisher, page)

    assert form(editor, page).context["others"].startswith("udgiver 1 ")


def test_nobody_is_told_of_themselves(editor, page):
    form(editor, page)

    assert form(editor, page).context["others"] == ""


def test_who_left_long_ago_is_not_there(editor, publisher, page):
    form(publisher, page)
    Opening.objects.update(at=timezone.now() - timedelta(minutes=11))

    assert form(editor, page).context["others"] == ""


def test_who_left_without_a_word_is_forgotten_after_a_day(editor, publisher, page, home):
    form(publisher, page)
    Opening.objects.update(at=timezone.now() - timedelta(days=1, minutes=1))

    form(editor, home)

    assert [each.user.username for each in Opening.objects.all()] == ["redaktør 1"]


def test_who_has_saved_is_not_there(editor, publisher, page):
    change(publisher, page, "_draft", title_da="Nyt")

    assert form(editor, page).context["others"] == ""


def test_the_forms_script_hears_who_else_is_there(editor, publisher, page):
    form(publisher, page)

    answer = editor.post(address(page, "presence", page.pk))

    assert answer.json()["others"].startswith("udgiver 1 ")
    assert Opening.objects.filter(user__username="redaktør 1").exists()


def test_a_stranger_is_not_told_who_writes(client, page):
    answer = client.post(address(page, "presence", page.pk))

    assert answer["Location"].startswith(reverse("admin:login"))


@pytest.mark.parametrize("pk", ["x", "999999"])
def test_nobody_is_present_at_what_is_not_there(editor, page, pk):
    assert editor.post(address(page, "presence", pk)).status_code == 403


# A second pair of eyes


def test_an_administrator_asks_for_a_second_pair_of_eyes(administrator, page):
    administrator.post(address(page, "guard", page.pk))

    page.refresh_from_db()
    assert page.needs_second_person
    assert Act.objects.of(page).first().action == "guarded"


@pytest.mark.parametrize("pk", ["x", "999999"])
def test_nothing_is_guarded_that_is_not_there(administrator, page, pk):
    assert administrator.post(address(page, "guard", pk))["Location"] == "/admin/"


@pytest.mark.parametrize("role", ["redaktør", "udgiver"])
def test_nobody_else_lets_go_of_the_second_pair(role, guarded):
    answer = signed_in(role).post(address(guarded, "guard", guarded.pk))

    guarded.refresh_from_db()
    assert (answer.status_code, guarded.needs_second_person) == (403, True)


def test_what_the_writer_publishes_becomes_a_draft(publisher, guarded):
    change(publisher, guarded, "_publish", title_da="Nyt", minor_change="on")

    guarded.refresh_from_db()
    assert guarded.title_da == "Strategi"
    assert Draft.objects.of(guarded).get().version.title == "Nyt"


def test_the_writer_of_a_draft_does_not_publish_it_untouched(publisher, guarded):
    change(publisher, guarded, "_draft", title_da="Nyt")
    change(publisher, guarded, "_publish", minor_change="on")

    guarded.refresh_from_db()
    assert guarded.title_da == "Strategi"


def test_somebody_else_publishes_the_draft(editor, publisher, guarded):
    change(editor, guarded, "_draft", title_da="Nyt")
    change(publisher, guarded, "_publish", minor_change="on")

    guarded.refresh_from_db()
    assert guarded.title_da == "Nyt"


def test_somebody_else_who_changes_the_draft_is_its_writer(editor, publisher, guarded):
    change(editor, guarded, "_draft", title_da="Nyt")
    change(publisher, guarded, "_publish", title_da="Nyere", minor_change="on")

    guarded.refresh_from_db()
    assert guarded.title_da == "Strategi"


def from_the_list(client, page):
    choose(client, "publish_selected", page, confirmed="1", minor_change="on")


def in_a_joint_publication(client, page):
    url = reverse("admin:publishing_plan_add")
    seen = client.get(url).context["form"]["seen"].value()
    parts = {"seen": seen, "parts": [f"pages.page:{page.pk}"]}
    client.post(url, {**parts, "minor_change": "on"})


def on_time(client, page):
    at = timezone.localtime() + timedelta(hours=1)
    moment = {"publish_at": f"{at:%Y-%m-%dT%H:%M}", "minor_change": "on"}
    change(client, page, "_schedule", **moment)
    carry_out_due(timezone.now() + timedelta(hours=2))


@pytest.mark.parametrize("way", [from_the_list, in_a_joint_publication, on_time])
@pytest.mark.parametrize(("writer", "title"), [("redaktør", "Nyt"), ("udgiver", "Strategi")])
def test_every_way_out_asks_for_a_second_pair_of_eyes(guarded, way, writer, title):
    clients = {role: signed_in(role) for role in ["redaktør", "udgiver"]}
    change(clients[writer], guarded, "_draft", title_da="Nyt")

    way(clients["udgiver"], guarded)

    guarded.refresh_from_db()
    assert guarded.title_da == title


# Deleted while somebody writes


def test_a_text_for_what_was_deleted_meanwhile_is_kept(editor, publisher, page):
    url = address(page, "change", page.pk)
    typed = {**filled_in(editor, url), "body_da": "<p>Lang tekst</p>", "_draft": "1"}
    publisher.post(address(page, "delete", page.pk), {"post": "yes"})

    editor.post(url, typed)

    kept = Version.objects.get(origin="refused")
    assert kept.data["fields"]["body_da"] == "<p>Lang tekst</p>"
    assert not type(page).objects.exists()


def test_a_newer_draft_is_not_discarded_unseen(editor, publisher, page):
    change(editor, page, "_draft", title_da="Første")
    seen = filled_in(publisher, address(page, "change", page.pk))["_seen"]
    change(editor, page, "_draft", title_da="Anden")

    publisher.post(address(page, "change", page.pk), {"_seen": seen, "_discard": "1"})

    assert Draft.objects.of(page).get().version.title == "Anden"


# Who does not say what they saw


def test_a_save_that_does_not_say_what_it_saw_is_set_aside(editor, publisher, page):
    typed = filled_in(editor, address(page, "change", page.pk))
    del typed["_seen"]

    editor.post(
        address(page, "change", page.pk), {**typed, "title_da": "Blindt", "_draft": "1"}
    )

    assert not Draft.objects.exists()
    assert Version.objects.get(origin="refused").data["fields"]["title_da"] == "Blindt"


@pytest.mark.parametrize("button", ["_publish", "_schedule"])
def test_nor_does_it_publish(publisher, page, button):
    typed = filled_in(publisher, address(page, "change", page.pk))
    at = timezone.localtime() + timedelta(hours=1)
    when = {"publish_at": f"{at:%Y-%m-%dT%H:%M}"} if button == "_schedule" else {}
    sent = {**typed, **when, "_seen": "", "title_da": "Blindt", "minor_change": "on"}

    publisher.post(address(page, "change", page.pk), {**sent, button: "1"})

    page.refresh_from_db()
    assert page.title_da == "Strategi"
    assert not PlannedAct.objects.exists()


def test_nor_is_a_draft_discarded(editor, page):
    change(editor, page, "_draft", title_da="Nyt")

    editor.post(address(page, "change", page.pk), {"_discard": "1"})

    assert Draft.objects.of(page).get().version.title == "Nyt"


def test_nor_is_a_version_restored(editor, page):
    change(editor, page, "_draft", title_da="Nyt")
    first = Version.objects.of(page).last()

    editor.post(address(page, "restore", page.pk, first.pk))

    assert Draft.objects.of(page).get().version.title == "Nyt"


def test_a_form_with_a_mistake_still_does_not_say_it(editor, page):
    typed = filled_in(editor, address(page, "change", page.pk))

    response = editor.post(
        address(page, "change", page.pk), {**typed, "_seen": "", "title_da": "", "_draft": "1"}
    )

    assert response.context["sitting"].seen is None


# Typing brought back


def test_text_brought_back_is_shown_and_not_saved(editor, page):
    response = change(editor, page, "_reopen", title_da="Aldrig gemt")

    assert response.context["adminform"].form["title_da"].value() == "Aldrig gemt"
    assert list(errors(response)) == ["__all__"]
    assert not Draft.objects.exists()


def test_text_brought_back_is_still_refused_over_a_newer_one(editor, publisher, page):
    stale = filled_in(editor, address(page, "change", page.pk))
    change(publisher, page, "_draft", title_da="Nyere")

    response = editor.post(
        address(page, "change", page.pk), {**stale, "title_da": "Gammel", "_reopen": "1"}
    )

    assert response.context["sitting"].seen == int(stale["_seen"])


# Withdrawing


def withdraw(client, instance, **values):
    url = address(instance, "withdraw", instance.pk)
    seen = client.get(url).context["seen"]
    asked = {"seen": seen, "confirmed": "1", "reason_da": "Planen er udløbet.", **values}
    return client.post(url, asked)


@pytest.fixture
def plan(db):
    return published(Page(slug="plan", title_da="Plan", body_da="<p>Tekst.</p>"))


def published(instance):
    door.publish(instance)
    return instance


def test_what_has_moved_leads_to_its_new_place(client, publisher, page, plan):
    withdraw(publisher, page, kind="moved", successor="/plan/")

    assert client.get("/strategi/")["Location"] == "/plan/"
    assert client.get("/en/strategi/")["Location"] == "/en/plan/"


def test_redirects_do_not_lead_to_redirects(client, publisher, page, plan, home):
    withdraw(publisher, page, kind="moved", successor="/plan/")
    withdraw(publisher, plan, kind="moved", successor="/")

    assert client.get("/strategi/")["Location"] == "/"


def test_what_is_kept_stays_below_a_banner(client, publisher, page):
    withdraw(publisher, page, kind="kept")

    answer = client.get("/strategi/")
    assert "Dansk tekst." in answer.text
    assert "Planen er udløbet." in answer.text


def test_a_publication_takes_the_banner_away(client, publisher, page):
    withdraw(publisher, page, kind="kept")
    change(publisher, page, "_publish", minor_change="on")

    assert "Planen er udløbet." not in client.get("/strategi/").text


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind": "gone", "reason_da": ""}, "reason_da"),
        ({"kind": "moved"}, "successor"),
        ({"kind": "moved", "successor": "/findes-ikke/"}, "successor"),
        ({"kind": "moved", "successor": "/strategi/"}, "successor"),
        ({"kind": "gone", "successor": "/plan/"}, "successor"),
        ({"kind": "kept", "reason_da": "Ring 33 17 29 29."}, "reason_da"),
    ],
)
def test_a_withdrawal_that_makes_no_sense(publisher, page, plan, values, field):
    response = withdraw(publisher, page, **values)

    assert list(response.context["form"].errors) == [field]
    page.refresh_from_db()
    assert page.is_published


def test_the_reason_is_in_the_log_and_not_among_the_updates(publisher, page):
    withdraw(publisher, page, kind="gone")

    assert Act.objects.of(page).first().note == "Planen er udløbet."
    assert not UpdateNote.objects.exists()
