"""Which passwords are taken, and starting again without one."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client

from content.publishing.models import Act

from . import codes
from .codes import PASSWORD
from .editors import signed_in


def refused(password, user=None):
    try:
        validate_password(password, user)
    except ValidationError as error:
        return [each.code for each in error.error_list]
    return []


@pytest.mark.parametrize(
    "password",
    [
        "en lang sætning om fisk",
        "korrekthestbatteriklammeri",
        "hest og radikalisering i frisk luft",
        "🐟🐠🐡🐬 fisk i det blå hav",
        "den hest går over ni bjerge " * 20,
    ],
)
def test_long_is_enough_whatever_it_is_made_of(password, db):
    assert refused(password) == []


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("kort og godt 1!", ""),
        ("Kort1!aA", "password_too_short"),
        ("1q2w3e4r5t6y7u8i9o0p", "password_too_common"),
        ("1234567890123456789", "password_repeats_itself"),
        ("aaaaaaaaaaaaaaaaaaaa", "password_repeats_itself"),
        ("abababababababababab", "password_repeats_itself"),
        ("forebyggelse-radikalisering-2026", "password_of_site_words"),
        ("KøbenhavnsKommune2026!", "password_of_site_words"),
        ("AdministratorAdgangskode1", "password_of_site_words"),
    ],
)
def test_what_is_tried_first_is_refused(password, code, db):
    assert (refused(password)[:1] or [""]) == [code]


def test_the_words_of_the_site_s_own_name_are_known(site_settings):
    site_settings.site_name_da = "Paraplyfabrikken"
    site_settings.save()

    assert "password_of_site_words" in refused("Paraplyfabrikken 2026")


def test_a_password_like_the_account_s_name_is_refused(db):
    user = User(username="rita.rasmussen-holm", email="rita@example.dk")

    assert "password_too_similar" in refused("rita.rasmussen-holm", user)


@pytest.fixture
def editor(db):
    user = User.objects.create_superuser("rita", password=PASSWORD)
    codes.add_app(user)
    return user


def test_the_command_line_lets_somebody_start_again(editor, capsys):
    client = Client()
    client.force_login(editor)
    call_command("reset_sign_in", "rita")
    said = capsys.readouterr().out
    editor.refresh_from_db()

    assert editor.check_password(said.splitlines()[0].rpartition(" ")[2])
    assert not Authenticator.objects.filter(user=editor).exists()
    assert client.get("/admin/")["Location"].startswith("/admin/login/")


def test_starting_again_is_in_the_audit_log(editor):
    call_command("reset_sign_in", "rita")

    password, factor = Act.objects.all()[:2]
    assert (password.target, [each["field"] for each in password.changes]) == (
        editor,
        ["password"],
    )
    assert (factor.target, factor.note) == (editor, "second factor reset")


def test_an_account_that_is_not_there_is_named(db):
    with pytest.raises(CommandError, match="no account called sofie"):
        call_command("reset_sign_in", "sofie")


def reset(client, user):
    return client.post(f"/admin/auth/user/{user.pk}/second-factor/")


@pytest.mark.parametrize(
    ("role", "status"),
    [("redaktør", 403), ("udgiver", 403), ("administrator", 302), ("superuser", 302)],
)
def test_an_administrator_lets_an_editor_start_again(role, status, db):
    user = User.objects.create_user("sofie", password=PASSWORD, is_staff=True)
    codes.add_app(user)
    answer = reset(signed_in(role), user)

    assert answer.status_code == status
    assert Authenticator.objects.filter(user=user).exists() == (status == 403)


def test_an_administrator_does_not_do_it_to_those_who_may_do_everything(editor):
    assert reset(signed_in("administrator"), editor).status_code == 403
    assert Authenticator.objects.filter(user=editor).exists()


def test_to_look_resets_nothing(editor):
    client = signed_in("superuser")

    assert client.get(f"/admin/auth/user/{editor.pk}/second-factor/").status_code == 405
    assert Authenticator.objects.filter(user=editor).exists()


def test_the_form_of_an_account_says_whether_it_has_a_second_factor(editor):
    client = signed_in("superuser")
    url = f"/admin/auth/user/{editor.pk}/change/"
    before = client.get(url).content.decode()
    reset(client, editor)

    assert "Lad kontoen begynde forfra med andet trin" in before
    assert "Lad kontoen begynde forfra" not in client.get(url).content.decode()
