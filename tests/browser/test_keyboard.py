import io

import pytest
from PIL import Image, ImageChops


def stops(page, limit=60):
    """Each element that Tab reaches on the page, in order, until it leaves the page."""
    for _number in range(limit):
        page.keyboard.press("Tab")
        element = page.evaluate_handle("document.activeElement").as_element()
        if element.evaluate("node => node === document.body"):
            return
        yield element


def changed_pixels(page, element):
    """How many pixels focus changes around `element`."""
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    clip = {
        "x": max(box["x"] - 8, 0),
        "y": max(box["y"] - 8, 0),
        "width": box["width"] + 16,
        "height": box["height"] + 16,
    }
    focused = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("L")
    element.evaluate("node => node.blur()")
    plain = Image.open(io.BytesIO(page.screenshot(clip=clip))).convert("L")
    element.evaluate("node => node.focus()")
    histogram = ImageChops.difference(focused, plain).histogram()
    # Changes of less than a quarter of the scale are too faint to be seen.
    return sum(histogram[64:])


def test_the_first_stop_is_the_skip_link_and_it_leads_to_the_content(page, site):
    page.goto(f"{site}/strategi/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/raadgivning/", "/statistik/", "/en/anbefalinger/"])
def test_every_stop_shows_where_the_focus_is(page, site, path, scheme):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{site}{path}")

    faint = [
        element.evaluate("node => node.outerHTML.slice(0, 120)")
        for element in stops(page)
        if changed_pixels(page, element) < 100
    ]

    assert faint == []


def test_the_menu_opens_and_is_walked_by_keyboard_on_a_phone(page, site):
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(site)

    page.locator("header summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('nav') !== null")
    assert page.evaluate("document.activeElement.checkVisibility()")
