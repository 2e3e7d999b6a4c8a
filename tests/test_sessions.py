"""How long somebody stays signed in, where, and when they are asked who they are again."""

from datetime import timedelta
from ipaddress import ip_network

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.test import Client

from content.publishing.models import Act

from . import codes
from .codes import PASSWORD
from .editors import address, signed_in

FORM = "/admin/pages/page/add/"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140 Safari/604.1"


@pytest.fixture
def limits(settings, clock):
    settings.SESSION_COOKIE_AGE = 30 * 60
    settings.SIGNED_IN_AT_MOST = timedelta(hours=12)
    return clock


@pytest.fixture
def editor(db):
    user = User.objects.create_superuser("rita", password=PASSWORD)
    user.recovery = codes.add_app(user)
    return user


def steps(user, client=None, **more):
    """A client that has signed in as a browser does, with a recovery code."""
    client = client or Client(**more)
    client.post("/admin/login/", {"login": user.username, "password": PASSWORD})
    client.post("/admin/login/andet-trin/", {"code": user.recovery.pop()})
    return client


def is_in(client):
    return client.get("/admin/skal-ses-efter/").status_code == 200


def test_half_an_hour_of_nothing_ends_it(limits, editor):
    client = steps(editor)
    limits.move(minutes=29)
    first = is_in(client)
    limits.move(minutes=29)
    second = is_in(client)
    limits.move(minutes=31)

    assert [first, second, is_in(client)] == [True, True, False]


def test_twelve_hours_end_it_in_any_case(limits, editor):
    client = steps(editor)
    found = []
    for _half_hour in range(26):
        limits.move(minutes=29)
        found.append(is_in(client))

    assert (found.index(False), Session.objects.count() <= 1) == (24, True)


def test_a_form_that_only_lies_open_keeps_nobody_signed_in(limits, editor, page):
    client = steps(editor)
    for _half_minute in range(5):
        limits.move(minutes=7)
        client.post(address(page, "presence", page.pk))

    assert not is_in(client)


def test_typing_keeps_somebody_signed_in(limits, editor, page):
    client = steps(editor)
    for _half_minute in range(5):
        limits.move(minutes=7)
        client.post(address(page, "presence", page.pk), {"typed": "1"})

    assert is_in(client)


def test_signing_in_again_leads_back_to_the_form(limits, editor, page):
    client = steps(editor)
    limits.move(minutes=31)
    url = address(page, "change", page.pk)
    sent = client.post(url, {"title_da": "Nyt"})
    login = client.get(sent["Location"])
    client.post(
        "/admin/login/",
        {
            "login": "rita",
            "password": PASSWORD,
            "next": login.context["redirect_field_value"],
        },
    )
    response = client.post("/admin/login/andet-trin/", {"code": editor.recovery.pop()})

    assert response["Location"] == url
    # A message of success would make the browser forget what was typed.
    assert list(client.get(url).context["messages"]) == []


def test_public_pages_neither_keep_a_session_going_nor_send_its_cookie(limits, editor, page):
    client = steps(editor)
    limits.move(minutes=20)
    response = client.get("/strategi/")
    limits.move(minutes=20)

    assert not response.cookies
    assert not is_in(client)


def test_the_cookie_is_for_this_browser_alone_and_gone_with_it(editor):
    cookie = steps(editor).cookies["sessionid"]

    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", "")


# Where one is signed in


@pytest.fixture
def here(editor):
    return steps(editor, HTTP_USER_AGENT=WINDOWS)


@pytest.fixture
def there(editor):
    return steps(editor, HTTP_USER_AGENT=PHONE, REMOTE_ADDR="198.51.100.7")


PAGE = "/admin/konto/sessioner/"


def test_the_list_says_where_one_is_signed_in(here, there):
    rows = here.get(PAGE).context["rows"]

    assert {(row["browser"], row["session"].ip, row["is_this"]) for row in rows} == {
        ("Firefox på Windows", "127.0.0.1", True),
        ("Chrome på iPhone", "198.51.100.7", False),
    }


def test_the_one_in_use_is_always_in_the_list(client, editor):
    client.force_login(editor)

    assert [row["is_this"] for row in client.get(PAGE).context["rows"]] == [True]


def test_one_of_them_is_ended(here, there):
    other = UserSession.objects.get(ip="198.51.100.7")
    here.post(PAGE, {"session": other.pk})

    assert (is_in(here), is_in(there)) == (True, False)


def test_all_others_are_ended(here, there, editor):
    third = steps(editor)
    here.post(PAGE, {"session": "others"})

    assert [is_in(each) for each in [here, there, third]] == [True, False, False]


def test_nobody_ends_the_session_of_another(here):
    other = User.objects.create_superuser("sofie", password=PASSWORD)
    other.recovery = codes.add_app(other)
    client = steps(other)
    session = UserSession.objects.get(user=other)
    here.post(PAGE, {"session": session.pk})

    assert is_in(client)


def test_a_new_password_ends_the_others(here, there):
    new = "en helt anden sætning om fugle"
    here.post(
        "/admin/password_change/",
        {"old_password": PASSWORD, "new_password1": new, "new_password2": new},
    )

    assert (is_in(here), is_in(there)) == (True, False)


def test_a_session_whose_key_changed_is_still_in_the_list(here):
    new = "en helt anden sætning om fugle"
    here.post(
        "/admin/password_change/",
        {"old_password": PASSWORD, "new_password1": new, "new_password2": new},
    )

    assert [row["is_this"] for row in here.get(PAGE).context["rows"]] == [True]


# Who is it?


@pytest.fixture
def quarter(settings):
    """As if everybody had signed in more than a quarter of an hour ago."""
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0


RIGHTS = [
    "/admin/auth/user/add/",
    "/admin/auth/user/{pk}/change/",
    "/admin/auth/user/{pk}/delete/",
    "/admin/auth/user/{pk}/password/",
    "/admin/auth/group/add/",
    "/admin/auth/group/{group}/change/",
    "/admin/auth/group/{group}/delete/",
    "/admin/password_change/",
]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("path", RIGHTS)
def test_rights_are_changed_by_who_has_just_said_who_they_are(quarter, editor, path, method):
    path = path.format(pk=editor.pk, group=Group.objects.first().pk)
    response = getattr(steps(editor), method)(path, {"post": "yes"} if method == "post" else {})

    assert response["Location"].startswith("/admin/konto/bekraeft/?next=")


@pytest.mark.parametrize("name", ["user", "group"])
def test_so_are_several_at_once(quarter, editor, name):
    chosen = {"action": "delete_selected", "_selected_action": [editor.pk], "post": "yes"}
    response = steps(editor).post(f"/admin/auth/{name}/", chosen)

    assert response["Location"].startswith("/admin/konto/bekraeft/")


def test_so_is_a_second_factor_that_is_lost(quarter, editor):
    response = steps(editor).post(f"/admin/auth/user/{editor.pk}/second-factor/")

    assert response["Location"].startswith("/admin/konto/bekraeft/")
    assert editor.authenticator_set.count() == 2


def test_content_is_changed_without_being_asked(quarter, editor, page):
    assert steps(editor).get(address(page, "change", page.pk)).status_code == 200


def test_what_was_sent_goes_on_when_it_is_known_who_sent_it(settings, editor):
    client = steps(editor)
    url = "/admin/auth/group/add/"
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    asked = client.post(url, {"name": "gæster"})["Location"]
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
    client.post(asked, {"password": PASSWORD})

    assert Group.objects.filter(name="gæster").exists()


def test_a_wrong_password_changes_nothing(quarter, editor):
    client = steps(editor)
    asked = client.post("/admin/auth/group/add/", {"name": "gæster"})["Location"]
    response = client.post(asked, {"password": "forkert"})

    assert response.context["form"].errors["password"] == ["Adgangskoden er forkert."]
    assert not Group.objects.filter(name="gæster").exists()


def test_what_was_only_asked_for_is_not_in_the_log(quarter, editor):
    client = steps(editor)
    before = Act.objects.count()
    client.post("/admin/password_change/", {"old_password": PASSWORD})

    assert Act.objects.count() == before


def test_no_password_waits_in_a_session(quarter, editor):
    client = steps(editor)
    typed = {"password1": "hemmelig sætning om fisk", "username": "sofie"}
    client.post("/admin/auth/user/add/", typed)

    assert "hemmelig" not in str(dict(client.session))


def test_who_may_only_look_is_not_asked(quarter, db):
    client = signed_in("administrator")
    group = Group.objects.first()

    assert client.get(f"/admin/auth/group/{group.pk}/change/").status_code == 200


# From where


@pytest.mark.parametrize(
    ("remote", "status"), [("192.0.2.7", 200), ("198.51.100.7", 403), ("2001:db8::1", 403)]
)
@pytest.mark.parametrize("path", ["/admin/login/", "/admin/"])
def test_the_admin_can_be_for_chosen_networks_alone(settings, db, remote, status, path):
    settings.ADMIN_NETWORKS = [ip_network("192.0.2.0/24")]
    response = Client(REMOTE_ADDR=remote).get(path, follow=True)

    assert response.status_code == status


def test_the_public_pages_are_for_all_networks(settings, page):
    settings.ADMIN_NETWORKS = [ip_network("192.0.2.0/24")]

    assert Client(REMOTE_ADDR="198.51.100.7").get("/strategi/").status_code == 200


# From the command line


def test_the_command_line_signs_somebody_out_everywhere(here, there, capsys):
    other = User.objects.create_superuser("sofie", password=PASSWORD)
    other.recovery = codes.add_app(other)
    client = steps(other)
    call_command("end_sessions", "rita")

    assert capsys.readouterr().out == "Sessions ended: 2\n"
    assert [is_in(each) for each in [here, there, client]] == [False, False, True]


def test_the_command_line_signs_everybody_out(here, there):
    call_command("end_sessions", "--all")

    assert [is_in(here), is_in(there)] == [False, False]


@pytest.mark.parametrize("arguments", [[], ["rita", "--all"], ["rita", "sofie"]])
def test_a_command_that_is_not_clear_ends_nothing(here, arguments):
    with pytest.raises(CommandError):
        call_command("end_sessions", *arguments)

    assert is_in(here)
