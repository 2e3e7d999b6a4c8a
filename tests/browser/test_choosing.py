"""Choosing a page among many by typing a part of its name, in a real Chromium."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .test_admin import problems  # noqa: F401

CHOSEN = "#select2-id_parent-container"
RESULTS = "#select2-id_parent-results li"


@pytest.fixture
def choosing(signed_in, site):
    """The form of a new page, with the field for the page above it opened."""
    signed_in.goto(f"{site}/admin/pages/page/add/")
    signed_in.click(".field-parent .select2-selection")
    return signed_in


def test_a_page_is_found_by_a_part_of_its_name(choosing, problems):  # noqa: F811
    choosing.locator(".select2-search__field").press_sequentially("handlepl")
    choosing.locator(RESULTS, has_text="/handleplaner/)").first.click()

    assert (choosing.locator(CHOSEN).inner_text().strip("×\n "), problems) == (
        "Handleplaner (/handleplaner/)",
        [],
    )


def test_it_is_found_without_a_mouse(choosing):
    choosing.locator(".select2-search__field").press_sequentially("vink")
    choosing.wait_for_selector(f"{RESULTS}:first-child:has-text('/vink/')")
    choosing.keyboard.press("Enter")

    assert "/handleplaner/vink/" in choosing.locator(CHOSEN).inner_text()


def test_the_field_and_what_is_typed_in_it_are_named(choosing):
    names = [
        choosing.get_by_role("combobox", name="Side ovenover").count(),
        choosing.get_by_role("searchbox", name="Side ovenover").count(),
    ]

    assert names == [1, 1]


def test_axe_finds_nothing_in_the_open_list(choosing):
    choosing.locator(RESULTS, has_text="/handleplaner/").first.wait_for()

    found = Axe().run(choosing, options={"runOnly": ["wcag2a", "wcag2aa"]}).response
    assert found["violations"] == []


def test_what_is_said_is_in_danish(choosing):
    choosing.locator(".select2-search__field").press_sequentially("xyzzy")

    told = choosing.locator(RESULTS, has_text="Ingen resultater")
    told.wait_for()
    assert told.inner_text() == "Ingen resultater fundet"
