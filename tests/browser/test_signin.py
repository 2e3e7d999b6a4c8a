"""Signing in in a real Chromium, with a passkey that it keeps itself."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.codes import PASSWORD

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def origin(site):
    """Passkeys belong to a name."""
    return site.replace("127.0.0.1", "localhost")


@pytest.fixture
def account(manage, site, request):
    name = request.node.name[5:30]
    code = (
        "from django.contrib.auth.models import User;"
        f"User.objects.create_superuser('{name}', password='{PASSWORD}')"
    )
    manage("shell", "-v0", "-c", code)
    return name


@pytest.fixture
def device(page):
    """A computer that asks for a finger, and gets it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    key = session.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})

    def finger(is_right):
        chosen = {"authenticatorId": key["authenticatorId"], "isUserVerified": is_right}
        session.send("WebAuthn.setUserVerified", chosen)

    return finger


@pytest.fixture
def looks(page):
    """What axe finds, and whether the page is wider than a phone, wherever we come by."""
    found = []
    page.set_viewport_size({"width": 320, "height": 640})
    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))

    def look():
        for scheme in ["light", "dark"]:
            page.emulate_media(color_scheme=scheme)
            answer = Axe().run(page, options={"runOnly": RULES}).response
            found.extend(
                (page.url, each["id"], node["html"], node["failureSummary"])
                for each in answer["violations"]
                for node in each["nodes"]
            )
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            found.append((page.url, "wide"))
        return found

    return look


def with_password(page, name):
    page.fill("#id_login", name)
    page.fill("#id_password", PASSWORD)
    page.click("text=Fortsæt")


def add_key(page, origin, name):
    page.goto(f"{origin}/admin/")
    with_password(page, name)
    page.click("text=Tilføj en adgangsnøgle")
    page.fill("#id_name", "Min arbejdscomputer")
    page.click("#passkey")
    page.wait_for_selector(".codes")


def test_the_first_day_and_the_second(page, origin, account, device, looks):
    page.goto(f"{origin}/admin/")
    looks()
    with_password(page, account)
    looks()
    page.click("text=Tilføj en adgangsnøgle")
    looks()
    page.click("#passkey")
    page.wait_for_selector(".codes")
    looks()
    page.click("text=Gå videre til redaktørernes side")
    page.wait_for_selector(".overview")
    page.click("#logout-form button")
    page.click("text=Log ind med adgangsnøgle")
    page.wait_for_selector(".overview")
    for path in ["konto/", "konto/sessioner/", "konto/app/", "konto/bekraeft/noegle/"]:
        page.goto(f"{origin}/admin/{path}")
        problems = looks()

    assert problems == []


def test_after_a_password_the_key_is_the_second_step(page, origin, account, device, looks):
    add_key(page, origin, account)
    page.context.clear_cookies()
    page.goto(f"{origin}/admin/")
    with_password(page, account)
    problems = looks()
    page.click("text=Brug din adgangsnøgle")
    page.wait_for_selector(".overview")

    assert problems == []


def test_a_wrong_finger_opens_nothing_and_is_told(page, origin, account, device):
    add_key(page, origin, account)
    page.context.clear_cookies()
    page.goto(f"{origin}/admin/")
    device(False)
    page.click("text=Log ind med adgangsnøgle")
    page.wait_for_selector("#passkey-failed:not([hidden])")

    assert page.url == f"{origin}/admin/login/?next=/admin/"


def test_what_was_typed_is_there_when_somebody_signs_in_again(page, origin, account, device):
    add_key(page, origin, account)
    form = f"{origin}/admin/pages/page/add/"
    page.goto(form)
    page.wait_for_timeout(1000)
    page.fill("#id_title_da", "Skrevet længe")
    page.context.clear_cookies(name="sessionid")
    page.click("[name=_draft]")
    page.click("text=Log ind med adgangsnøgle")
    page.click("#scratch [data-do=fetch]")
    page.wait_for_selector("#id_title_da")

    assert (page.url, page.input_value("#id_title_da")) == (form, "Skrevet længe")


def test_at_a_number_for_an_address_the_name_is_pointed_to(page, site):
    page.goto(f"{site}/admin/login/")

    assert page.locator(".note a").get_attribute("href") == (
        f"{site.replace('127.0.0.1', 'localhost')}/admin/login/"
    )
