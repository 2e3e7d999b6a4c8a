from datetime import date, timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from content.publishing.dates import a_year_after
from content.publishing.models import Act, YearlyTask
from kbh_radikalisering.initial_content import loader

from .editors import add, address, change, errors, signed_in


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def task(db):
    return YearlyTask.objects.create(name_da="Øvelse", name_en="Drill", due_on=today(-3))


def listed(client):
    page = client.get(reverse("admin:attention"), {"slags": "task"}).context["page_obj"]
    return [(row.target, row.risk.value, row.since) for row in page]


def press(client, task):
    return client.post(address(task, "done", task.pk))


@pytest.mark.parametrize(("days", "expected"), [(-1, [2]), (0, [3]), (30, [3]), (31, [])])
def test_a_task_is_in_the_list_when_it_is_due_soon_or_overdue(
    admin_client, task, days, expected
):
    YearlyTask.objects.update(due_on=today(days))

    assert listed(admin_client) == [(task, risk, today(days)) for risk in expected]


@pytest.mark.parametrize("role", ["redaktør", "udgiver", "administrator"])
def test_every_role_may_say_that_a_task_is_done(role, task):
    client = signed_in(role)

    response = press(client, task)

    task.refresh_from_db()
    assert response.url == address(task, "change", task.pk)
    assert task.last_done_on == today()
    assert task.last_done_by == User.objects.get(username=f"{role} 1")
    assert task.due_on == a_year_after(today())
    assert listed(client) == []


def test_it_is_written_down_who_did_a_task(admin_client, task, admin_user):
    press(admin_client, task)

    [act] = Act.objects.of(task)
    assert (act.action, act.user, act.label) == (Act.Action.DONE, admin_user, str(task))


def test_several_tasks_are_done_from_the_list(admin_client, task):
    YearlyTask.objects.create(name_da="Anden", name_en="Other")
    keys = list(YearlyTask.objects.values_list("pk", flat=True))

    admin_client.post(
        address(YearlyTask, "changelist"), {"action": "mark_done", "_selected_action": keys}
    )

    assert listed(admin_client) == []


def test_looking_does_nothing(admin_client, task):
    assert admin_client.get(address(task, "done", task.pk)).status_code == 405
    task.refresh_from_db()
    assert task.last_done_on is None


def test_who_may_not_change_tasks_does_not_do_them(client, task):
    client.force_login(User.objects.create_user("gæst", is_staff=True))

    assert press(client, task).status_code == 403


def test_a_task_that_is_gone_leads_back_to_the_start(admin_client, task):
    task.delete()

    assert admin_client.post(address(YearlyTask, "done", 1)).status_code == 302


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 24), date(2027, 11, 24)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2027, 2, 28), date(2028, 2, 28)),
    ],
)
def test_a_year_later(day, expected):
    assert a_year_after(day) == expected


def test_a_task_can_t_be_due_before_it_was_last_done(task):
    task.last_done_on = task.due_on
    with pytest.raises(ValidationError):
        task.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        task.save()


def test_what_is_wrong_with_the_date_is_said_at_the_date(admin_client, task):
    press(admin_client, task)

    response = change(admin_client, task, due_on=today().isoformat())

    assert list(errors(response)) == ["due_on"]


def test_an_administrator_makes_a_task_and_an_editor_does_not(db):
    values = {"name_da": "Sporing", "due_on": today(100).isoformat()}

    assert add(signed_in("administrator"), YearlyTask, **values).status_code == 302
    assert YearlyTask.objects.get().due_on == today(100)
    assert signed_in("redaktør").get(address(YearlyTask, "add")).status_code == 403


def test_a_new_site_has_the_two_tasks_in_both_languages(admin_client):
    loader.load()

    names = YearlyTask.objects.order_by("pk").values_list("name_da", "name_en")
    assert list(names) == [
        ("Forny tilgængelighedserklæringen", "Renew the accessibility statement"),
        ("Gendan en sikkerhedskopi som øvelse", "Restore a backup as a drill"),
    ]
    assert len(listed(admin_client)) == 2


def test_a_site_that_is_older_than_the_tasks_gets_them_once(db):
    loader.store_file("yearly_tasks")
    names = sorted(YearlyTask.objects.values_list("name_da", flat=True))
    YearlyTask.objects.filter(name_da=names[0]).delete()
    YearlyTask.objects.filter(name_da=names[1]).update(due_on=today(100))

    said = [added() for _time in range(2)]

    assert said == ["1 tasks were added.\n", "0 tasks were added.\n"]
    assert sorted(YearlyTask.objects.values_list("name_da", flat=True)) == names
    assert YearlyTask.objects.get(name_da=names[1]).due_on == today(100)


def added():
    out = StringIO()
    call_command("add_yearly_tasks", stdout=out)
    return out.getvalue()
