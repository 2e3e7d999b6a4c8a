"""The public site is there to be read: another method gets no page."""

import pytest
from django.urls import reverse


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("name", ["pages:home", "advice_card", "advice_vcard", "sitemap"])
def test_a_page_can_only_be_read(client, home, advice_unit, name, method):
    response = client.generic(method, reverse(name))

    assert (response.status_code, response.content) == (405, b"")
    assert response["Allow"] == "GET, HEAD"
