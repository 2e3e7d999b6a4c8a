import pytest
from axe_playwright_python.sync_playwright import Axe

WIDTHS = [320, 768, 1280]
RULES = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
]
OPTIONS = {
    "runOnly": {"type": "tag", "values": RULES},
    # Text has AAA contrast; axe has it off unless asked for.
    "rules": {"color-contrast-enhanced": {"enabled": True}},
}


def violations(page):
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(page, addresses, width, scheme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)

    found = {}
    for address in addresses:
        page.goto(address)
        found[address] = violations(page)

    assert {address: rules for address, rules in found.items() if rules} == {}


def test_no_page_scrolls_sideways_at_320_pixels(page, addresses):
    page.set_viewport_size({"width": 320, "height": 256})

    wide = []
    for address in addresses:
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(address)

    assert wide == []


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_scrolls_sideways_with_letters_twice_as_large(page, addresses, width):
    page.set_viewport_size({"width": width, "height": 800})

    wide = []
    for address in addresses:
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address)

    assert wide == []


def test_every_control_has_an_edge_where_the_reader_chooses_the_colours(page, addresses):
    page.set_viewport_size({"width": 360, "height": 640})
    page.emulate_media(forced_colors="active")

    bare = {}
    for address in addresses:
        page.goto(address)
        # Backgrounds are gone then, and links have a colour of their own; what else can be
        # pressed has a line round it or below its words.
        bare[address] = page.evaluate(
            """() => [...document.querySelectorAll('button, input, summary')]
              .filter((element) => element.checkVisibility())
              .filter((element) => element.getBoundingClientRect().width > 1)
              .filter((element) => {
                const lined = [element, ...element.querySelectorAll('*')].some((part) =>
                  getComputedStyle(part).textDecorationLine.includes('underline'));
                const style = getComputedStyle(element);
                const edged = ['Top', 'Bottom', 'Left', 'Right'].some((side) =>
                  parseFloat(style[`border${side}Width`]) > 0 &&
                  style[`border${side}Style`] !== 'none');
                return !lined && !edged;
              })
              .map((element) => element.outerHTML.slice(0, 120))"""
        )

    assert {address: controls for address, controls in bare.items() if controls} == {}


def test_no_page_loses_text_when_letters_and_lines_are_spaced_out(page, addresses):
    page.set_viewport_size({"width": 320, "height": 640})

    clipped = {}
    for address in addresses:
        page.goto(address)
        # The values of WCAG 1.4.12, set as a reader's own tool would set them.
        page.evaluate(
            """() => {
              for (const element of document.body.querySelectorAll('*')) {
                element.style.setProperty('line-height', '1.5', 'important');
                element.style.setProperty('letter-spacing', '0.12em', 'important');
                element.style.setProperty('word-spacing', '0.16em', 'important');
              }
            }"""
        )
        clipped[address] = page.evaluate(
            """() => [...document.body.querySelectorAll('*')].filter((element) => {
              const style = getComputedStyle(element);
              return style.overflow === 'hidden' && element.innerText &&
                element.clientHeight > 1 &&
                element.scrollHeight > element.clientHeight + 1;
            }).map((element) => element.className)"""
        )

    assert {address: names for address, names in clipped.items() if names} == {}


def test_the_number_is_in_the_first_view_of_every_page_on_a_phone(page, addresses):
    page.set_viewport_size({"width": 360, "height": 640})

    below = []
    for address in addresses:
        page.goto(address)
        box = page.locator('a[href="tel:+4533172929"]').first.bounding_box()
        if box is None or box["y"] + box["height"] > 640:
            below.append(address)

    assert below == []


def test_every_target_outside_running_text_is_44_pixels(page, addresses):
    page.set_viewport_size({"width": 360, "height": 640})

    small = {}
    for address in addresses:
        page.goto(address)
        small[address] = page.evaluate(
            """() => [...document.querySelectorAll('a, button, input, summary')]
              .filter((element) => element.checkVisibility())
              .filter((element) => getComputedStyle(element).display !== 'inline')
              .filter((element) => element.getBoundingClientRect().width > 1)
              .filter((element) => element.getBoundingClientRect().height < 44)
              .map((element) => element.outerHTML.slice(0, 120))"""
        )

    assert {address: targets for address, targets in small.items() if targets} == {}
