"""The audit log: every act with old and new values, which nobody changes."""

import csv
import io

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content.pages.models import Page
from content.publishing import door
from content.publishing.models import Act, Withdrawal

from .editors import add, address, change, filled_in, signed_in

LIST = "admin:publishing_act_changelist"
PASSWORD = "en lang sætning om fisk"


@pytest.fixture
def administrator(db):
    return signed_in("administrator")


@pytest.fixture
def account(db):
    user = User.objects.create_user("rita", first_name="Rita", email="rita@example.org")
    user.groups.add(Group.objects.get(name="redaktør"))
    return user


def listed(client, **query):
    response = client.get(reverse(LIST), query)
    return [act.label for act in response.context["cl"].result_list]


def rows(client, **query):
    response = client.get(reverse("admin:publishing_act_file"), query)
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def last_act():
    act = Act.objects.first()
    found = {each["field"]: (each["old"], each["new"]) for each in act.changes}
    return act.action, act.label, found


# Who


@pytest.mark.parametrize(
    ("role", "status"), [("redaktør", 403), ("udgiver", 403), ("administrator", 200)]
)
def test_only_an_administrator_reads_the_log(role, status, page):
    client = signed_in(role)
    act = Act.objects.get()

    answers = [
        client.get(url).status_code
        for url in [
            reverse(LIST),
            reverse("admin:publishing_act_file"),
            address(Act, "change", act.pk),
        ]
    ]

    assert answers == [status] * 3


@pytest.mark.parametrize("role", ["administrator", "superuser"])
def test_nobody_changes_the_log(role, page):
    client = signed_in(role)
    act = Act.objects.get()
    before = Act.objects.values().get()

    answers = [
        client.post(address(Act, view, *args), {"label": "Andet", "post": "yes"}).status_code
        for view, args in [("add", []), ("change", [act.pk]), ("delete", [act.pk])]
    ]
    client.post(
        reverse(LIST),
        {"action": "delete_selected", "_selected_action": [act.pk], "post": "yes"},
    )

    assert answers == [403, 403, 403]
    assert Act.objects.values().get() == before


def test_the_log_stays_when_the_account_goes(administrator, page):
    user = User.objects.create_user("rita")
    door.publish(page, author=user)
    user.delete()

    act = Act.objects.of(page).first()
    assert [act.user, act.user_name] == [None, "rita"]


# The list


def test_the_log_is_filtered_and_searched(administrator, page, home):
    change(signed_in("redaktør"), page, "_draft", title_da="Nyt")

    assert listed(administrator) == ["Nyt", "Forside", "Strategi"]
    assert listed(administrator, action__exact="drafted") == ["Nyt"]
    assert listed(administrator, who="redaktør 1") == ["Nyt"]
    assert listed(administrator, q="forside") == ["Forside"]
    assert listed(administrator, kind="x") == ["Nyt", "Forside", "Strategi"]


def test_the_log_is_filtered_by_the_kind_of_content(administrator, page, network):
    kind = Act.objects.of(network).get().content_type_id

    assert listed(administrator, kind=kind) == ["Nordic Safe Cities"]


def test_the_log_takes_as_many_queries_however_long_it_is(administrator, page):
    few = queries(administrator, reverse(LIST))
    for _time in range(10):
        door.publish(page)

    assert queries(administrator, reverse(LIST)) == few


def queries(client, url):
    b"".join(client.get(url))
    with CaptureQueriesContext(connection) as found:
        b"".join(client.get(url))
    return len(found)


def test_an_entry_shows_old_and_new_values(administrator, page):
    change(signed_in("redaktør"), page, "_draft", title_da="Nyt", menu="main")

    response = administrator.get(address(Act, "change", Act.objects.first().pk))

    text = " ".join(response.content.decode().split())
    assert "<del>" in text
    for shown in ["Strategi", "Nyt", str(Page.Menu.MAIN.label)]:
        assert shown in text


def test_an_entry_names_the_rows(administrator, advice_unit):
    number = advice_unit.phone_numbers.get()
    advice_unit.phone_numbers.create(number="+4520202020")
    number.delete()
    door.publish(advice_unit)

    response = administrator.get(address(Act, "change", Act.objects.first().pk))

    text = response.content.decode().replace("\xa0", " ")
    assert [f"Telefonnummer: {each}" in text for each in ["33 17 29 29", "20 20 20 20"]] == [
        True,
        True,
    ]


def test_a_withdrawal_is_told_in_words(administrator, page, home):
    moved = Withdrawal(kind="moved", reason_da="Flyttet.", reason_en="Moved.", successor=home)
    door.withdraw(page, withdrawal=moved)

    entry = administrator.get(address(Act, "change", Act.objects.first().pk)).text
    _headings, newest, *_older = rows(administrator)

    assert newest[7].splitlines() == [
        "Hvad der sker med den:  → moved",
        "Årsag (dansk):  → Flyttet.",
        "Årsag (engelsk):  → Moved.",
        "Hvor det er flyttet hen:  → /",
    ]
    assert ["Flyttet." in entry, "Moved." in entry, "ref:" in entry] == [True, True, False]


# The file


def test_the_file_holds_what_the_list_shows(administrator, page, home):
    headings, *found = rows(administrator, q="forside")

    assert headings[3] == rows(administrator)[0][3]
    assert [row[3] for row in found] == ["Forside"]
    assert len(rows(administrator)) == 3


def test_the_file_holds_old_and_new_values(administrator, page):
    change(signed_in("redaktør"), page, "_draft", title_da="Nyt")

    _headings, newest, *_older = rows(administrator)

    assert [newest[1], newest[7]] == ["redaktør 1", "Titel (dansk): Strategi → Nyt"]


def test_no_cell_is_a_formula(administrator, page):
    page.title_da = "=1+1"
    door.publish(page, author=User.objects.create_user("@rita"))

    _headings, newest, *_older = rows(administrator)

    assert [newest[1], newest[3]] == ["'@rita", "'=1+1"]


def test_the_file_takes_as_many_queries_however_long_it_is(administrator, page):
    url = reverse("admin:publishing_act_file")
    few = queries(administrator, url)
    for _time in range(10):
        door.publish(page)

    assert queries(administrator, url) == few


def test_a_filter_that_is_none_leads_back_to_the_list(administrator, page):
    response = administrator.get(reverse("admin:publishing_act_file"), {"at__gte": "x"})

    assert response.status_code == 302


# Accounts and groups


def test_a_new_account_is_in_the_log_without_its_password(administrator):
    administrator.post(
        reverse("admin:auth_user_add"),
        {
            "username": "rita",
            "usable_password": "true",
            "password1": PASSWORD,
            "password2": PASSWORD,
        },
    )

    assert last_act() == (
        "added",
        "rita",
        {"username": ("", "rita"), "password": ("", "")},
    )
    assert PASSWORD not in str(Act.objects.values())


def test_a_changed_account_is_in_the_log_with_old_and_new_values(administrator, account):
    url = reverse("admin:auth_user_change", args=[account.pk])
    groups = Group.objects.filter(name__in=["redaktør", "udgiver"])
    administrator.post(
        url,
        {
            **filled_in(administrator, url),
            "is_staff": "on",
            "first_name": "Rikke",
            "groups": [group.pk for group in groups],
        },
    )

    assert last_act() == (
        "changed",
        "rita",
        {
            "first_name": ("Rita", "Rikke"),
            "is_staff": (False, True),
            "groups": ("redaktør", "redaktør, udgiver"),
        },
    )


def test_a_changed_password_is_in_the_log_but_not_what_it_is(administrator, account):
    administrator.post(
        reverse("admin:auth_user_password_change", args=[account.pk]),
        {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"},
    )

    assert last_act() == ("changed", "rita", {"password": ("", "")})
    response = administrator.get(address(Act, "change", Act.objects.first().pk))
    assert PASSWORD not in response.content.decode()


def test_so_is_one_that_somebody_changed_for_themselves(client, account):
    account.is_staff = True
    account.set_password("en helt anden sætning")
    account.save()
    client.force_login(account)

    client.post(
        reverse("admin:password_change"),
        {
            "old_password": "en helt anden sætning",
            "new_password1": PASSWORD,
            "new_password2": PASSWORD,
        },
    )

    assert last_act() == ("changed", "rita", {"password": ("", "")})


@pytest.mark.parametrize("how", ["form", "list"])
def test_a_deleted_account_is_in_the_log(administrator, account, how):
    if how == "form":
        administrator.post(
            reverse("admin:auth_user_delete", args=[account.pk]), {"post": "yes"}
        )
    else:
        administrator.post(
            reverse("admin:auth_user_changelist"),
            {"action": "delete_selected", "_selected_action": [account.pk], "post": "yes"},
        )

    assert last_act() == (
        "deleted",
        "rita",
        {
            "username": ("rita", ""),
            "first_name": ("Rita", ""),
            "email": ("rita@example.org", ""),
            "groups": ("redaktør", ""),
        },
    )


def test_a_group_s_permissions_are_in_the_log_in_danish(admin_client):
    group = Group.objects.create(name="gæster")
    url = reverse("admin:auth_group_change", args=[group.pk])
    permission = Group.objects.get(name="redaktør").permissions.get(codename="view_page")

    admin_client.post(url, {"name": "gæster", "permissions": [permission.pk]})

    assert last_act() == ("changed", "gæster", {"permissions": ("", "Sider: må se")})


def test_the_history_of_an_account_is_the_log_of_it(administrator, account):
    administrator.post(
        reverse("admin:auth_user_password_change", args=[account.pk]),
        {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"},
    )
    add(administrator, Page, title_da="Ny", slug="ny")

    response = administrator.get(address(User, "history", account.pk), follow=True)

    assert [act.label for act in response.context["cl"].result_list] == ["rita"]


# The rest of the admin


def test_django_s_own_log_is_left_empty(administrator, account, page):
    change(administrator, page, "_draft", title_da="Nyt")
    change(administrator, page, "_publish", minor_change="on")
    administrator.post(reverse("admin:auth_user_delete", args=[account.pk]), {"post": "yes"})

    assert not LogEntry.objects.exists()


def test_the_start_page_shows_what_the_user_did_last(page, home):
    editor, other = signed_in("redaktør"), signed_in("udgiver")
    change(editor, page, "_draft", title_da="Nyt")
    change(other, home, "_draft", title_da="Andet")

    own = editor.get(reverse("admin:index")).context["own_acts"]

    assert [(each["act"].label, each["url"]) for each in own] == [
        ("Nyt", address(page, "change", page.pk))
    ]


def test_the_start_page_takes_as_many_queries_however_much_was_done(page):
    editor = signed_in("redaktør")
    change(editor, page, "_draft", title_da="Nyt")
    few = queries(editor, reverse("admin:index"))
    for title in ["A", "B", "C"]:
        change(editor, page, "_draft", title_da=title)

    assert queries(editor, reverse("admin:index")) == few
