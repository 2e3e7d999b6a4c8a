"""Signing in by the municipality's identity provider: a real one, in a process of its own."""

import re
import sys
from urllib.parse import urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import User
from django.test import Client

from .started import free_port, serving

RITA = {"email": "rita@example.dk", "email_verified": True}
# What the provider says of each person, by its own name for them.
PEOPLE = {
    "1-rita": RITA | {"amr": ["pwd", "mfa"]},
    "2-rita-by-password": RITA | {"amr": ["pwd"]},
    "3-rita-unsure": RITA | {"email_verified": False, "amr": ["mfa"]},
    "4-nobody": {"email": "nobody@example.dk", "email_verified": True, "amr": ["mfa"]},
    "5-rita-by-acr": RITA | {"acr": "https://example.dk/loa/high"},
}
PROVIDER = """
import sys
from oidc_provider_mock import User, app
app(user_claims=[User(sub=sub, claims=claims) for sub, claims in {people!r}.items()]).run(
    "127.0.0.1", {port}
)
"""


@pytest.fixture(scope="module")
def issuer(tmp_path_factory):
    port = free_port()
    said = tmp_path_factory.mktemp("provider") / "said"
    code = PROVIDER.format(people=PEOPLE, port=port)
    with serving(port, said, 60, args=[sys.executable, "-c", code]) as provider:
        yield provider.origin


@pytest.fixture
def provider(settings, issuer, db):
    settings.OIDC_PROVIDER_ID = urlsplit(issuer).netloc
    settings.OIDC_SECOND_FACTOR = ["mfa", "https://example.dk/loa/high"]
    app = {
        "provider_id": settings.OIDC_PROVIDER_ID,
        "name": "Kommunen",
        "client_id": "kbh",
        "secret": "hemmelig",
        "settings": {"server_url": issuer},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}
    }
    return f"/admin/login/hos/{settings.OIDC_PROVIDER_ID}/"


@pytest.fixture
def rita(db):
    return User.objects.create_user("rita", email="Rita@example.dk", is_staff=True)


def by_municipality(client, provider, sub, **answer):
    """What the site answers when the browser comes back from the provider."""
    there = client.get(provider, {"next": "/admin/pages/page/"})["Location"]
    said = requests.post(there, {"sub": sub, **answer}, allow_redirects=False, timeout=10)
    back = urlsplit(said.headers["Location"])
    return client.get(f"{back.path}?{back.query}")


def told(client):
    return [str(each) for each in client.get("/admin/login/").context["messages"]]


def test_an_editor_signs_in_and_comes_to_where_they_were_going(client, provider, rita):
    response = by_municipality(client, provider, "1-rita")

    assert response["Location"] == "/admin/pages/page/"
    assert client.get("/admin/").status_code == 200


def test_the_sign_in_page_leads_there(client, provider):
    page = client.get("/admin/login/?next=/admin/pages/page/").content.decode()

    assert re.search(f'href="{provider}\\?next=/admin/pages/page/">(.*?)<', page)[1] == (
        "Log ind hos Københavns Kommune"
    )


def test_without_one_in_the_settings_there_is_none(client, db):
    assert client.get("/admin/login/").context["municipal"] is None
    assert client.get("/admin/login/hos/login.example.dk/").status_code == 404


@pytest.mark.parametrize("sub", ["1-rita", "5-rita-by-acr"])
def test_the_provider_s_second_factor_is_enough(client, provider, rita, sub):
    by_municipality(client, provider, sub)

    assert client.get("/admin/").status_code == 200


def test_where_it_asked_for_none_the_site_does(client, provider, rita):
    by_municipality(client, provider, "2-rita-by-password")

    assert client.get("/admin/")["Location"] == "/admin/konto/"


@pytest.mark.parametrize("sub", ["3-rita-unsure", "4-nobody"])
def test_nobody_gets_an_account_by_it(client, provider, rita, sub):
    response = by_municipality(client, provider, sub)

    assert response["Location"] == "/admin/login/"
    assert "_auth_user_id" not in client.session
    assert (User.objects.count(), SocialAccount.objects.count()) == (1, 0)
    assert told(client) == ["Du har ingen konto her. Spørg en af sidens administratorer."]


def test_an_address_that_two_accounts_have_opens_neither(client, provider, rita):
    User.objects.create_superuser("sofie", email="rita@example.dk")
    by_municipality(client, provider, "1-rita")

    assert "_auth_user_id" not in client.session


def test_from_then_on_the_provider_s_own_name_counts(provider, rita):
    by_municipality(Client(), provider, "1-rita")
    User.objects.update(email="")
    User.objects.create_superuser("sofie", email="rita@example.dk")
    client = Client()
    by_municipality(client, provider, "1-rita")

    assert client.session["_auth_user_id"] == str(rita.pk)


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_staff": False}])
def test_who_is_no_editor_any_more_stays_outside(client, provider, rita, change):
    User.objects.update(**change)
    response = by_municipality(client, provider, "1-rita")

    assert response["Location"] == "/admin/login/lukket/"
    assert "_auth_user_id" not in client.session


def test_who_says_no_there_is_told_so_here(client, provider, rita):
    by_municipality(client, provider, "1-rita", action="deny")

    assert told(client) == [
        "Kommunens login virkede ikke. Prøv igen, eller log ind på en anden måde."
    ]


def test_the_answer_to_another_browser_is_refused(client, provider, rita):
    there = Client().get(provider)["Location"]
    said = requests.post(there, {"sub": "1-rita"}, allow_redirects=False, timeout=10)
    back = urlsplit(said.headers["Location"])
    response = client.get(f"{back.path}?{back.query}")

    assert response["Location"] == "/admin/login/"
    assert "_auth_user_id" not in client.session


def test_a_provider_that_does_not_answer_is_no_error_of_ours(client, provider, settings):
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"] = {"server_url": f"http://127.0.0.1:{free_port()}"}
    response = client.get(provider)

    assert response["Location"] == "/admin/login/"


def test_whom_the_municipality_alone_knows_goes_there_again_to_change_rights(
    client, provider, rita, settings
):
    User.objects.update(is_superuser=True)
    by_municipality(client, provider, "1-rita")
    first = client.get("/admin/auth/user/add/")
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    second = client.get("/admin/auth/user/add/")

    assert first.status_code == 200
    assert second["Location"] == "/admin/login/?next=/admin/auth/user/add/"
