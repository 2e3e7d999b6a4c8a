"""PostgreSQL takes no null characters: what holds one is refused before it is asked for."""

import pytest


@pytest.mark.parametrize(
    "address",
    [
        "/%00",
        "/%00/",
        "/en/a%00b/",
        "/netvaerk/%00/",
        "/dokumenter/00000000-0000-0000-0000-000000000000/%00",
        "/admin/pages/page/%00/change/",
    ],
)
def test_an_address_with_a_null_character_can_not_be_understood(admin_client, address):
    assert admin_client.get(address).status_code == 400
