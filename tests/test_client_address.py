"""Where a request comes from, and whose word is taken for it."""

from ipaddress import ip_network

import pytest
from django.test import RequestFactory

from kbh_radikalisering.signin.client_address import client_address, network_of

PROXY, INNER, VISITOR = "10.0.0.1", "10.0.0.2", "198.51.100.7"


@pytest.fixture
def seen_from(settings):
    settings.TRUSTED_PROXIES = [ip_network("10.0.0.0/24")]

    def seen_from(remote, forwarded=""):
        headers = {"X-Forwarded-For": forwarded} if forwarded else {}
        request = RequestFactory().get("/", headers=headers, REMOTE_ADDR=remote)
        return str(client_address(request))

    return seen_from


@pytest.mark.parametrize(
    ("remote", "forwarded", "expected"),
    [
        # No proxy in between: whatever the visitor says of itself is not believed.
        (VISITOR, "", VISITOR),
        (VISITOR, "203.0.113.9", VISITOR),
        (PROXY, VISITOR, VISITOR),
        (PROXY, f"{VISITOR}, {INNER}", VISITOR),
        # What the visitor made up stands to the left.
        (PROXY, f"203.0.113.9, {VISITOR}", VISITOR),
        (PROXY, f"203.0.113.9, {VISITOR}, {INNER}", VISITOR),
        (PROXY, "nonsense", PROXY),
        (PROXY, "", PROXY),
        (PROXY, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_the_nearest_address_that_is_no_proxy_of_ours(seen_from, remote, forwarded, expected):
    assert seen_from(remote, forwarded) == expected


def test_without_a_proxy_nobody_is_believed(settings):
    settings.TRUSTED_PROXIES = []
    request = RequestFactory().get("/", headers={"X-Forwarded-For": VISITOR})

    assert str(client_address(request)) == "127.0.0.1"


@pytest.mark.parametrize(
    ("address", "network"),
    [("192.0.2.77", "192.0.2.0/24"), ("2001:db8:1:2::3", "2001:db8:1::/48")],
)
def test_only_the_neighbourhood_is_written_down(rf, address, network):
    request = rf.get("/", REMOTE_ADDR=address)

    assert network_of(client_address(request)) == network
