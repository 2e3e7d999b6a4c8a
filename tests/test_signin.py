"""Signing in to the admin: with a password and a second step, and never with less."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.test import Client
from django.urls import NoReverseMatch, reverse

from . import codes
from .codes import PASSWORD
from .editors import signed_in

LOGIN = "/admin/login/"
STEP = "/admin/login/andet-trin/"
FORM = "/admin/pages/page/add/"


@pytest.fixture
def editor(db):
    return User.objects.create_superuser("rita", password=PASSWORD)


@pytest.fixture
def app(editor):
    return codes.add_app(editor)


def first_step(client, password=PASSWORD, name="rita", **more):
    return client.post(LOGIN, {"login": name, "password": password, **more})


def is_in(client):
    return client.get("/admin/").status_code == 200


def test_the_admin_leads_to_the_sign_in_and_back(client, app):
    asked = client.get(FORM)
    page = client.get(asked["Location"])
    first = first_step(client, next=page.context["redirect_field_value"])
    last = client.post(first["Location"], {"code": codes.code()})

    assert asked["Location"] == f"{LOGIN}?next={FORM}"
    assert (first["Location"], last["Location"]) == (STEP, FORM)
    assert client.get(FORM).status_code == 200


def test_a_password_alone_opens_nothing(client, app):
    first_step(client)

    assert not is_in(client)
    assert client.get(FORM)["Location"] == f"{LOGIN}?next={FORM}"


def test_a_wrong_code_opens_nothing(client, app):
    first_step(client)
    response = client.post(STEP, {"code": "000000"})

    assert response.context["form"].errors["code"] == ["Koden er forkert."]
    assert not is_in(client)


def test_a_code_signs_in_once(client, app):
    other, code = Client(), codes.code()
    for each in [client, other]:
        first_step(each)
        each.post(STEP, {"code": code})

    assert (is_in(client), is_in(other)) == (True, False)


def test_a_code_that_still_fits_is_none_any_more(client, app, clock):
    """A code fits a period longer at either end, for clocks that are off."""
    other, now = Client(), codes.code()
    first_step(client)
    client.post(STEP, {"code": now})
    # What the library remembers of it is forgotten by now; the code fits as before.
    clock.move(seconds=31)
    first_step(other)
    other.post(STEP, {"code": f"{now[:3]} {now[3:]}"})

    assert (is_in(client), is_in(other)) == (True, False)


def test_a_recovery_code_signs_in_once(client, app):
    clients = [client, Client()]
    for each in clients:
        first_step(each)
        each.post(STEP, {"code": app[0]})

    assert [is_in(each) for each in clients] == [True, False]


def test_whoever_has_no_second_factor_is_asked_to_add_one(client, editor):
    first_step(client)

    assert client.get(FORM)["Location"] == "/admin/konto/"
    assert client.post(FORM, {"title_da": "Ny"})["Location"] == "/admin/konto/"
    assert "Tilføj en adgangsnøgle" in client.get("/admin/konto/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_an_app_is_added_on_the_first_day_and_recovery_codes_with_it(client, editor):
    first_step(client)
    key = client.get("/admin/konto/app/").context["form"].secret
    added = client.post("/admin/konto/app/", {"code": codes.code(key)})
    shown = client.get(added["Location"])

    assert added["Location"] == "/admin/konto/koder/"
    assert len(shown.context["unused_codes"]) == 10
    assert is_in(client)


def test_what_makes_the_codes_is_not_readable_in_the_database(client, app):
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert codes.KEY not in stored
    assert app[0] not in stored


def test_the_only_second_factor_stays_until_there_is_another(client, app):
    first_step(client)
    client.post(STEP, {"code": codes.code()})
    response = client.post("/admin/konto/app/fjern/")

    assert "Tilføj en adgangsnøgle først" in response.content.decode()
    assert Authenticator.objects.filter(type="totp").count() == 1


def test_the_second_factor_of_one_is_none_of_another(client, app):
    User.objects.create_superuser("sofie", password=PASSWORD)
    first_step(client)
    client.post(STEP, {"code": codes.code()})
    client.post("/admin/logout/")
    first_step(client, name="sofie")

    assert client.get(FORM)["Location"] == "/admin/konto/"


def test_the_session_gets_a_new_name_when_somebody_signs_in(client, app):
    first_step(client)
    before = client.session.session_key
    client.post(STEP, {"code": codes.code()})

    assert client.session.session_key != before


def test_signing_out_leads_to_the_sign_in(client, app):
    first_step(client)
    client.post(STEP, {"code": codes.code()})
    response = client.post("/admin/logout/")

    assert response["Location"] == LOGIN
    assert not is_in(client)


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_staff": False}])
def test_who_is_no_editor_has_nothing_to_sign_in_to(client, app, change):
    User.objects.update(**change)
    response = first_step(client)

    assert response["Location"] == "/admin/login/lukket/"
    assert "_auth_user_id" not in client.session


def test_who_is_no_editor_any_more_is_outside_at_once(client, editor):
    client.force_login(editor)
    User.objects.update(is_staff=False)

    assert client.get("/admin/").status_code == 403


@pytest.mark.parametrize("target", ["https://example.net/", "//example.net", "javascript:x"])
def test_the_sign_in_leads_to_no_other_site(client, app, target):
    first_step(client, next=target)
    response = client.post(STEP, {"code": codes.code()})

    assert response["Location"] == "/admin/"


@pytest.mark.parametrize(
    "name",
    ["account_signup", "account_reset_password", "account_email", "account_set_password"],
)
def test_nobody_signs_up_or_gets_in_by_mail(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_to_try_the_site_out_the_second_factor_can_be_postponed_loudly(
    client, editor, settings
):
    settings.SECOND_FACTOR_IS_POSTPONED = True
    first_step(client)

    assert is_in(client)
    assert "SECOND_FACTOR" in client.get("/admin/").content.decode()


def test_what_signing_in_stores_is_not_in_the_admin(db):
    models = signed_in("superuser").get("/admin/").context["available_apps"]

    assert {app["app_label"] for app in models} & {"account", "mfa", "usersessions"} == set()


PAGES = [
    LOGIN,
    "/admin/konto/",
    "/admin/konto/bekraeft/",
    "/admin/konto/noegler/ny/",
    "/admin/konto/app/",
    "/admin/logout/",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_sign_in_page_may_use_passkeys_and_is_kept_nowhere(path, editor):
    client = Client()
    if path != LOGIN:
        client.force_login(editor)
    response = client.get(path)

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "publickey-credentials-get=(self)" in response["Permissions-Policy"]
    # In no order that holds from one process to the next.
    policy = response["Content-Security-Policy"]
    assert "script-src 'self'" in policy.split("; ")
    assert "unsafe" not in policy
    assert response["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/admin/", FORM, "/findes-ikke/"])
def test_nowhere_else_are_passkeys_used(path, editor):
    client = Client()
    client.force_login(editor)
    policy = client.get(path)["Permissions-Policy"]

    assert "publickey-credentials-get=()" in policy
    assert "publickey-credentials-create=()" in policy
