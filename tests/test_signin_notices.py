"""Whoever's way of signing in has changed hears of it, whoever did it."""

import re

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.test import Client

from . import codes
from .codes import PASSWORD
from .editors import filled_in, signed_in
from .waiting import until

OTHER_PASSWORD = "en anden lang sætning om fugle"
STEP = "/admin/login/andet-trin/"

pytestmark = pytest.mark.usefixtures("site_settings")


@pytest.fixture(autouse=True)
def sends_mail(settings):
    settings.SENDS_MAIL = True
    settings.SITE_URL = "https://forebyggelse.example.dk"


@pytest.fixture
def editor(db):
    return User.objects.create_superuser("rita", "rita@example.dk", PASSWORD)


@pytest.fixture
def mails(django_capture_on_commit_callbacks):
    """What is sent by what `act` does: the first lines, in the order they were sent."""

    def sent_by(act, expected=1):
        with django_capture_on_commit_callbacks(execute=True):
            act()
        until(lambda: len(mail.outbox) >= expected)
        assert {tuple(each.to) for each in mail.outbox} == {("rita@example.dk",)}
        return sorted(each.body.splitlines()[0] for each in mail.outbox)

    return sent_by


def signs_in(password=PASSWORD):
    client = Client()
    client.post("/admin/login/", {"login": "rita", "password": password})
    return client


def signs_in_fully(password=PASSWORD, steps=0):
    """By the code of now, or by the next one: each opens once."""
    client = signs_in(password)
    client.post(STEP, {"code": codes.code(steps=steps)})
    return client


def told(client):
    return [str(each) for each in client.get("/admin/").context["messages"]]


def test_an_app_that_is_added_is_told_by_mail(editor, mails):
    client = signs_in()
    key = client.get("/admin/konto/app/").context["form"].secret

    lines = mails(lambda: client.post("/admin/konto/app/", {"code": codes.code(key)}))

    assert lines == ["En adgangsnøgle eller en app med koder er tilføjet. Det gjorde rita."]


def test_new_recovery_codes_are_told_by_mail(editor, mails):
    codes.add_app(editor)
    client = signs_in_fully()

    assert mails(lambda: client.post("/admin/konto/koder/nye/")) == [
        "Der er lavet nye nødkoder. Det gjorde rita."
    ]


def test_ones_own_new_password_is_told_by_mail(editor, mails):
    codes.add_app(editor)
    client = signs_in_fully()
    form = {
        "old_password": PASSWORD,
        "new_password1": OTHER_PASSWORD,
        "new_password2": OTHER_PASSWORD,
    }

    assert mails(lambda: client.post("/admin/password_change/", form)) == [
        "Adgangskoden er skiftet. Det gjorde rita."
    ]


def test_a_password_that_an_administrator_sets_is_told_by_mail(editor, mails):
    client = signed_in("superuser")
    form = {
        "usable_password": "true",
        "password1": OTHER_PASSWORD,
        "password2": OTHER_PASSWORD,
    }
    url = f"/admin/auth/user/{editor.pk}/password/"

    assert mails(lambda: client.post(url, form)) == [
        "Adgangskoden er skiftet. Det gjorde superuser 1."
    ]


def test_a_second_step_that_an_administrator_takes_away_is_told_by_mail(editor, mails):
    codes.add_app(editor)
    client = signed_in("superuser")
    url = f"/admin/auth/user/{editor.pk}/second-factor/"

    assert mails(lambda: client.post(url)) == [
        "Andet trin er fjernet, så det kan begynde forfra. Det gjorde superuser 1."
    ]


def test_what_the_command_line_does_is_told_by_mail(editor, mails):
    lines = mails(lambda: call_command("reset_sign_in", "rita"), expected=2)

    assert lines == [
        "Adgangskoden er skiftet. Det skete fra serverens kommandolinje.",
        "Andet trin er fjernet, så det kan begynde forfra. "
        "Det skete fra serverens kommandolinje.",
    ]


def test_the_mail_says_whose_account_what_to_do_and_nothing_secret(editor, mails):
    mails(lambda: call_command("reset_sign_in", "rita"), expected=2)
    text = mail.outbox[0].body

    assert mail.outbox[0].subject == "Din måde at logge ind på er ændret: " + (
        "Forebyggelse af radikalisering"
    )
    assert "Konto: rita" in text
    assert "ring straks til en af sidens administratorer" in text
    assert "https://forebyggelse.example.dk/admin/konto/" in text
    editor.refresh_from_db()
    assert not [word for word in text.split() if editor.check_password(word)]


def test_without_a_mail_server_nothing_is_sent(
    editor, settings, django_capture_on_commit_callbacks
):
    settings.SENDS_MAIL = False
    with django_capture_on_commit_callbacks() as callbacks:
        call_command("reset_sign_in", "rita")

    assert callbacks == []


class Away(EmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError


def test_a_mail_server_that_is_away_stops_nobody_and_is_in_the_log(
    editor, settings, caplog, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = f"{__name__}.Away"
    with django_capture_on_commit_callbacks(execute=True):
        call_command("reset_sign_in", "rita")

    said = "No notice of a changed sign-in was sent: ConnectionRefusedError"
    until(lambda: caplog.messages.count(said) == 2)
    editor.refresh_from_db()
    assert not editor.check_password(PASSWORD)


def test_the_next_sign_in_tells_what_has_changed_since_the_last(editor):
    codes.add_app(editor)
    signs_in_fully()
    administrator = signed_in("superuser")
    administrator.post(
        f"/admin/auth/user/{editor.pk}/password/",
        {
            "usable_password": "true",
            "password1": OTHER_PASSWORD,
            "password2": OTHER_PASSWORD,
        },
    )

    first, *others = told(signs_in_fully(OTHER_PASSWORD, steps=1))

    assert re.sub(r"\d+\. \w+ \d{4} \d\d:\d\d", "[nu]", first) == (
        "Din måde at logge ind på er ændret, siden du sidst gjorde det. [nu]: Adgangskoden er "
        "skiftet. Var det ikke dig? Ring straks til en af sidens administratorer."
    )
    assert others == []


def test_a_sign_in_after_which_nothing_changed_tells_nothing(editor):
    codes.add_app(editor)
    signs_in_fully()
    editor.refresh_from_db()

    assert told(signs_in_fully(steps=1)) == []


def test_other_changes_of_an_account_are_not_told(editor):
    codes.add_app(editor)
    signs_in_fully()
    administrator = signed_in("superuser")
    url = f"/admin/auth/user/{editor.pk}/change/"
    administrator.post(url, {**filled_in(administrator, url), "first_name": "Rita"})

    assert told(signs_in_fully(steps=1)) == []
