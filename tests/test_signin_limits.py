"""Wrong tries: counted where they come from, written down, and closing no door to others."""

import logging

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from content.publishing.models import Act

from . import codes
from .codes import PASSWORD

LOGIN = "/admin/login/"
STEP = "/admin/login/andet-trin/"
HERE, THERE = "192.0.2.7", "198.51.100.7"


@pytest.fixture(autouse=True)
def editor(db):
    user = User.objects.create_superuser("rita", password=PASSWORD)
    codes.add_app(user)
    return user


def attempt(password, name="rita", where=HERE):
    """Whether it led to the second step, from a browser that has never been here."""
    client = Client(REMOTE_ADDR=where)
    return client.post(LOGIN, {"login": name, "password": password}).status_code == 302


def test_after_five_wrong_tries_even_the_right_password_is_refused():
    wrong = [attempt("forkert") for _try in range(5)]

    assert [*wrong, attempt(PASSWORD)] == [False] * 6


def test_it_is_said_what_to_do_in_danish():
    for _try in range(5):
        attempt("forkert")
    response = Client(REMOTE_ADDR=HERE).post(LOGIN, {"login": "rita", "password": "x"})

    assert response.context["form"].non_field_errors() == [
        "For mange forkerte forsøg. Vent fem minutter, og prøv igen."
    ]


def test_who_knows_a_name_does_not_shut_its_editor_out():
    for _try in range(20):
        attempt("forkert", where=THERE)

    assert attempt(PASSWORD)


def test_a_colleague_behind_the_same_address_signs_in():
    User.objects.create_superuser("sofie", password=PASSWORD)
    for _try in range(20):
        attempt("forkert")

    assert attempt(PASSWORD, name="sofie")


def test_another_spelling_of_the_name_is_the_same_account():
    for name in ["rita", "Rita", "RITA", "rITA", " rita"]:
        attempt("forkert", name=name)

    assert not attempt(PASSWORD)


def test_one_address_has_a_hundred_wrong_tries_an_hour_whatever_the_account():
    for number in range(100):
        attempt("forkert", name=f"nobody {number}")

    assert not attempt(PASSWORD)
    assert attempt(PASSWORD, where=THERE)


def test_a_neighbour_in_the_same_network_of_ipv6_is_the_same():
    for number in range(5):
        attempt("forkert", where=f"2001:db8::{number + 1}")

    assert not attempt(PASSWORD, where="2001:db8::99")
    assert attempt(PASSWORD, where="2001:db8:1::1")


def test_the_right_password_uses_no_try_up():
    assert [attempt(PASSWORD) for _try in range(7)] == [True] * 7


def test_wrong_codes_are_limited_too():
    client = Client(REMOTE_ADDR=HERE)
    client.post(LOGIN, {"login": "rita", "password": PASSWORD})
    for number in range(5):
        client.post(STEP, {"code": f"00000{number}"})
    response = client.post(STEP, {"code": codes.code()})

    assert response.status_code == 200
    assert "_auth_user_id" not in client.session


def test_the_counts_are_in_the_database_which_all_processes_share():
    attempt("forkert")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT COUNT(*) FROM shared_cache WHERE cache_key LIKE '%login_failed%'"
        )
        (count,) = cursor.fetchone()

    # By account and address, and by address.
    assert count == 2


@pytest.fixture
def said(caplog):
    caplog.set_level(logging.INFO, logger="kbh_radikalisering.signin")
    return lambda: [record.getMessage() for record in caplog.records]


def test_wrong_tries_are_written_down_without_what_was_typed(said):
    attempt("hemmelig-adgangskode")
    attempt("hemmelig", name="min-adgangskode-i-det-forkerte-felt")

    assert said() == [
        "wrong password: rita from 192.0.2.0/24",
        "wrong password: no account from 192.0.2.0/24",
    ]


def test_signing_in_and_out_is_written_down(said):
    client = Client(REMOTE_ADDR=HERE)
    client.post(LOGIN, {"login": "rita", "password": PASSWORD})
    client.post(STEP, {"code": "000000"})
    client.post(STEP, {"code": codes.code()})
    client.post("/admin/logout/")

    assert said() == [
        "wrong code: rita from 192.0.2.0/24",
        "signed in: rita from 192.0.2.0/24",
        "signed out: rita from 192.0.2.0/24",
    ]


def test_a_removed_second_factor_is_in_the_audit_log(editor):
    client = Client()
    client.force_login(editor)
    client.post("/admin/konto/koder/nye/")
    passkey = editor.authenticator_set.create(type="webauthn", data={"name": "x"})
    client.post(f"/admin/konto/noegler/{passkey.pk}/fjern/")

    act = Act.objects.first()
    assert (act.user, act.target, act.note) == (
        editor,
        editor,
        "second factor removed: webauthn",
    )
