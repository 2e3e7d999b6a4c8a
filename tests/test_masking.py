"""What opens a draft to whoever has it is in no log."""

import json
import logging

import pytest

from content.publishing.preview import links
from kbh_radikalisering.logs.formats import Lines
from kbh_radikalisering.logs.masking import masked


@pytest.fixture
def link(page):
    return links.share(page, by=None)


def test_the_key_of_a_preview_link_is_masked(link):
    address = links.address_of(link)

    assert masked(f"{address}en/strategi/") == "/forhaandsvis/-/en/strategi/"


@pytest.mark.parametrize("path", ["/", "/strategi/", "/forhaandsvis/", "/linje%0D%0A/"])
def test_other_addresses_stay_as_they_are(path):
    assert masked(path) == path


def test_an_error_in_a_preview_is_logged_without_its_key(link):
    address = links.address_of(link)
    record = logging.makeLogRecord({"msg": "%s: %s", "args": ("Broken", address)})

    assert json.loads(Lines("json").format(record))["message"] == "Broken: /forhaandsvis/-/"
