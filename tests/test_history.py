"""Every version with who, when and why, and the way back to each."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content.advice.models import AdviceUnit
from content.pages.models import Document, Initiative, Page, Recommendation
from content.publishing import door, recovery
from content.publishing.history.as_of import public_at
from content.publishing.history.changes import changes
from content.publishing.history.snapshot import snapshot
from content.publishing.models import Act, Draft, Version, Withdrawal

from .editors import address, change, signed_in
from .files import pdf

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@pytest.fixture
def stranger(client, db):
    client.force_login(User.objects.create_user("fremmed", is_staff=True))
    return client


def history(client, instance, **query):
    return client.get(address(instance, "history", instance.pk), query)


def versions(instance):
    """From the first to the last."""
    return list(Version.objects.of(instance).order_by("pk"))


def restore(client, instance, version, **data):
    url = address(instance, "restore", instance.pk, version.pk)
    seen = {"_seen": Version.objects.of(instance).in_line().newest().pk}
    return client.post(url, seen | data, follow=True)


def messages(response):
    return [str(message) for message in response.context["messages"]]


# The list


def test_the_history_says_who_did_what_and_why(editor, publisher, page):
    change(editor, page, "_draft", title_da="Nyt")
    change(publisher, page, "_publish", update_note_da="Nyt navn.")

    entries = history(editor, page).context["entries"]

    assert [
        (entry["act"].user_name, entry["act"].action, entry["act"].note, entry["labels"])
        for entry in entries
    ] == [
        ("udgiver 1", "published", "Nyt navn.", ["Titel (dansk)"]),
        ("redaktør 1", "drafted", "", ["Titel (dansk)"]),
        ("", "published", "", entries[2]["labels"]),
    ]


def test_a_long_history_has_pages(editor, page):
    for _time in range(26):
        door.publish(page)

    sizes = [len(history(editor, page, p=number).context["entries"]) for number in [1, 2]]

    assert sizes == [25, 2]


def test_the_history_takes_as_many_queries_however_long_it_is(editor, page):
    few = queries(lambda: history(editor, page))
    for _time in range(10):
        door.publish(page)

    assert queries(lambda: history(editor, page)) == few


def queries(look):
    look()
    with CaptureQueriesContext(connection) as found:
        look()
    return len(found)


def test_two_chosen_versions_are_compared_the_elder_first(editor, page):
    door.publish(page)
    old, new = versions(page)

    response = editor.get(
        address(page, "compare_chosen", page.pk), {"old": new.pk, "new": old.pk}
    )

    assert response.url == address(page, "compare", page.pk, old.pk, new.pk)


@pytest.mark.parametrize("chosen", [{}, {"old": "1"}, {"old": "1", "new": "1"}, {"old": "x"}])
def test_one_version_is_compared_with_nothing(editor, page, chosen):
    response = editor.get(address(page, "compare_chosen", page.pk), chosen)

    assert response.url == address(page, "history", page.pk)


def test_there_is_no_link_to_a_page_that_is_not_there(editor, page):
    response = history(editor, page)

    assert all(
        not entry["preview_url"] or "preview" in entry["preview_url"]
        for entry in response.context["entries"]
    )


def test_a_stranger_sees_no_history(stranger, page):
    assert history(stranger, page).status_code == 403
    assert stranger.get(address(page, "as_of", page.pk)).status_code == 403


def test_the_history_of_what_is_gone_leads_to_the_start_page(editor, page):
    response = editor.get(address(page, "history", 999))

    assert response.url == reverse("admin:index")


# What did it say on …?


def at(act, when):
    Act.objects.filter(pk=act.pk).update(at=when)


@pytest.fixture
def told(page):
    """Published on the 1st, changed on the 10th, withdrawn on the 20th, at noon."""
    page.title_da = "Nyere"
    door.publish(page)
    door.withdraw(page)
    for act, day in zip(Act.objects.of(page).order_by("pk"), [1, 10, 20], strict=True):
        at(act, noon(day))
    return page


def noon(day):
    return datetime(2026, 3, day, 12, tzinfo=COPENHAGEN)


@pytest.mark.parametrize(
    ("moment", "title"),
    [
        (noon(1) - timedelta(seconds=1), None),
        (noon(1), "Strategi"),
        (noon(10) - timedelta(seconds=1), "Strategi"),
        (noon(10), "Nyere"),
        (noon(20), None),
    ],
)
def test_what_was_public_at_a_moment_is_known(told, moment, title):
    act = public_at(told, moment)

    assert (act and act.version.data["fields"]["title_da"]) == title


def test_what_stays_below_a_banner_was_public(page):
    door.withdraw(page, withdrawal=Withdrawal(kind=Withdrawal.Kind.KEPT, reason_da="Gammelt"))
    last = Act.objects.of(page).first()

    assert public_at(page, last.at).version == Version.objects.of(page).get()


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ({"date": "2026-03-10", "time": "11:59"}, "Strategi"),
        # Without a time it is the end of the day.
        ({"date": "2026-03-10"}, "Nyere"),
        ({"date": "2026-03-21"}, None),
    ],
)
def test_an_editor_asks_what_was_public_on_a_day(editor, told, asked, title):
    response = editor.get(address(told, "as_of", told.pk), asked)

    version = response.context["version"]
    assert (version and version.data["fields"]["title_da"]) == title


def test_a_page_that_was_public_says_from_when_to_when(editor, told):
    response = editor.get(address(told, "as_of", told.pk), {"date": "2026-03-12"})

    assert [response.context["since"].at, response.context["until"].at] == [noon(10), noon(20)]


@pytest.mark.parametrize("date", ["", "i går", "2026-02-30"])
def test_a_day_that_is_none_is_asked_for_again(editor, told, date):
    response = editor.get(address(told, "as_of", told.pk), {"date": date})

    assert list(response.context["form"].errors) == ["date"]


# Back to a version


def test_a_version_of_something_public_goes_back_into_a_draft(client, editor, publisher, page):
    change(publisher, page, "_publish", title_da="Nyt", minor_change="on")
    before = client.get("/strategi/").content

    restore(editor, page, versions(page)[0])

    assert client.get("/strategi/").content == before
    assert Draft.objects.of(page).get().version.data["fields"]["title_da"] == "Strategi"
    assert Act.objects.of(page).first().action == "restored"


def test_a_restored_version_is_published_with_its_rows(editor, publisher, advice_unit):
    before = snapshot(advice_unit)
    advice_unit.phone_numbers.create(number="+4520202020")
    door.publish(advice_unit)

    restore(editor, advice_unit, versions(advice_unit)[0])
    change(publisher, advice_unit, "_publish", minor_change="on")

    assert changes(before, snapshot(AdviceUnit.objects.get())) == []


def test_what_is_not_public_goes_back_itself(editor, db):
    page = Page.objects.create(slug="ny", title_da="Ny")
    change(editor, page, "_draft", title_da="Første")
    change(editor, page, "_draft", title_da="Anden")

    restore(editor, page, versions(page)[0])

    page.refresh_from_db()
    assert [page.title_da, page.state] == ["Første", "unpublished"]
    assert Version.objects.of(page).newest().data == versions(page)[0].data


def test_what_breaks_a_rule_by_now_does_not_come_back(editor, db):
    page = Page.objects.create(slug="ny", title_da="Ny")
    change(editor, page, "_draft", slug="gammel")
    change(editor, page, "_draft", slug="nyere")
    Page.objects.create(slug="gammel", title_da="En anden")

    response = restore(editor, page, versions(page)[0])

    page.refresh_from_db()
    assert page.slug == "nyere"
    assert messages(response)[1:] == ["Siden ”En anden” har allerede denne adresse."]


def test_nothing_goes_back_over_what_the_editor_has_not_seen(editor, publisher, page):
    first = versions(page)[0]
    seen = first.pk
    change(publisher, page, "_draft", title_da="Ny kladde")

    response = restore(editor, page, first, _seen=seen)

    assert Draft.objects.of(page).get().version.data["fields"]["title_da"] == "Ny kladde"
    newest = Version.objects.of(page).newest()
    assert response.redirect_chain[-1][0] == (
        address(page, "compare", page.pk, newest.pk, first.pk)
    )


def test_a_note_that_was_told_is_not_told_again(editor, publisher, page):
    change(publisher, page, "_publish", title_da="Nyt", update_note_da="Nyt navn.")

    restore(editor, page, versions(page)[1])

    assert Draft.objects.of(page).get().version.note_da == ""


def test_a_version_of_another_is_not_restored(editor, page, home):
    response = restore(editor, page, versions(home)[0])

    assert response.status_code == 404
    assert not Draft.objects.exists()


def test_looking_at_the_address_restores_nothing(editor, page):
    response = editor.get(address(page, "restore", page.pk, versions(page)[0].pk))

    assert response.status_code == 405


def test_who_may_only_look_restores_nothing(page):
    client = signed_in("redaktør")
    user = User.objects.get(username="redaktør 1")
    permissions = user.groups.get().permissions.filter(codename="view_page")
    user.groups.clear()
    user.user_permissions.set(permissions)

    response = restore(client, page, versions(page)[0])

    assert [response.status_code, history(client, page).status_code] == [403, 200]
    assert not Draft.objects.exists()


# Back from being deleted


def deletions(client, model):
    return list(client.get(address(model, "deleted")).context["deletions"])


def recover(client, model):
    (deletion,) = deletions(client, model)
    return client.post(address(model, "recover", deletion.pk), follow=True)


def test_what_was_deleted_comes_back_with_its_rows_and_is_not_public(editor, advice_unit):
    advice_unit.opening_hours.create(weekday=0, opens="9:00", closes="15:00")
    before, key = snapshot(advice_unit), advice_unit.pk
    door.delete(advice_unit)

    recover(editor, AdviceUnit)

    unit = AdviceUnit.objects.get()
    assert [unit.pk, unit.state, snapshot(unit)] == [key, "unpublished", before]
    assert Act.objects.of(unit).first().action == "recovered"
    assert deletions(editor, AdviceUnit) == []


def test_a_document_comes_back_with_its_file(editor, publisher, page):
    document = Document(title_da="Fil", page=page, file=ContentFile(pdf(), "fil.pdf"))
    door.publish(document)
    url = document.get_absolute_url()
    door.delete(document)

    recover(editor, Document)
    door.publish(Document.objects.get())

    response = publisher.get(url)
    assert b"".join(response).startswith(b"%PDF")


def test_links_to_what_is_gone_are_let_go(editor, db):
    plan = Page.objects.create(slug="plan", title_da="Plan", kind="action_plan")
    advice = Page.objects.create(slug="raad", title_da="Råd", kind="recommendations")
    kept, gone = (
        Recommendation.objects.create(title_da=title, page=advice) for title in ["A", "B"]
    )
    initiative = Initiative.objects.create(title_da="Kurser", page=plan)
    initiative.follows.set([kept, gone])
    door.delete(initiative)
    door.delete(gone)

    recover(editor, Initiative)

    assert list(Initiative.objects.get().follows.all()) == [kept]


def test_what_stood_on_something_that_is_gone_waits_for_it(editor, db):
    plan = Page.objects.create(slug="plan", title_da="Plan", kind="action_plan")
    initiative = Initiative.objects.create(title_da="Kurser", page=plan)
    door.delete(initiative)
    door.delete(plan)

    refused = recover(editor, Initiative)
    recover(editor, Page)
    recover(editor, Initiative)

    assert len(messages(refused)) == 1
    assert Initiative.objects.get().page == Page.objects.get()


def test_an_address_that_was_taken_meanwhile_is_named(editor, page):
    door.delete(page)
    Page.objects.create(slug="strategi", title_da="En anden")

    response = recover(editor, Page)

    assert messages(response) == ["Siden ”En anden” har allerede denne adresse."]
    assert Page.objects.count() == 1


def test_what_was_deleted_twice_is_offered_once(editor, page):
    door.delete(page)
    recover(editor, Page)
    door.delete(Page.objects.get())

    assert len(deletions(editor, Page)) == 1


def test_the_list_of_the_deleted_takes_as_many_queries_however_long_it_is(editor, db):
    def look():
        return deletions(editor, Page)

    door.delete(Page.objects.create(slug="a", title_da="A"))
    few = queries(look)
    for slug in "bcdef":
        door.delete(Page.objects.create(slug=slug, title_da=slug))

    assert [queries(look), len(look())] == [few, 6]


def test_the_list_leads_to_the_deleted(editor, page, concern_year):
    for instance in [page, concern_year]:
        response = editor.get(address(instance, "changelist"))

        assert f'href="{address(instance, "deleted")}"' in response.content.decode()


def test_who_may_add_nothing_recovers_nothing(stranger, page):
    door.delete(page)
    deletion = recovery.deletions(Page).get()

    answers = [
        stranger.get(address(Page, "deleted")).status_code,
        stranger.post(address(Page, "recover", deletion.pk)).status_code,
    ]

    assert answers == [403, 403]
    assert not Page.objects.exists()
