"""SECURITY.md and what the site itself says promise the same."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.urls import reverse

from content.publishing import door
from kbh_radikalisering import well_known

ROOT = Path(__file__).parent.parent
POLICY = (ROOT / "SECURITY.md").read_text()
THREATS = (ROOT / "docs/threat-model.md").read_text()
LANGUAGES = {"da": "Danish", "en": "English"}


@pytest.fixture
def fields(client, site_settings):
    site_settings.security_contact = "sikkerhed@example.dk"
    door.publish(site_settings)
    lines = client.get(reverse("security")).content.decode().splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_the_policy_sends_to_the_address_that_the_site_answers_at(fields):
    [address] = re.findall(r"`(/\.well-known/\S+)`", POLICY)

    assert address == reverse("security")
    assert fields["Canonical"].endswith(address)
    assert "names as `Contact`" in POLICY
    assert fields["Contact"] == "mailto:sikkerhed@example.dk"


def test_both_name_the_same_languages(fields):
    spoken = [LANGUAGES[code] for code in fields["Preferred-Languages"].split(", ")]

    assert re.search(rf"in {spoken[0]}\s+or {spoken[1]}", POLICY)


def test_both_hold_for_the_same_time(fields):
    [days] = re.findall(r"holds for (\d+) days", POLICY)
    expires = datetime.fromisoformat(fields["Expires"])

    assert int(days) == well_known.SECURITY_TXT_HOLDS.days
    assert (expires - datetime.now(UTC)).days in {int(days) - 1, int(days) - 2}


def test_the_policy_names_what_can_be_run():
    targets = re.findall(r"`make (\w+)`", POLICY)

    makefile = (ROOT / "Makefile").read_text()
    assert targets == ["audit", "sbom"]
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.M)] == []


def test_each_test_that_the_threat_model_points_to_is_there():
    named = re.findall(r"`((?:test_\w+\.py)|(?:tests|docs)/[\w./-]*)`", THREATS)
    places = [ROOT / ("tests" if name.startswith("test_") else "") / name for name in named]

    assert len(named) > 15
    assert [place.name for place in places if not place.exists()] == []


def test_the_threat_model_is_a_page():
    assert len(THREATS.split()) < 900
