from urllib.parse import urlsplit

import pytest


def test_public_pages_ask_nobody_else_and_run_no_script(page, site, addresses):
    asked = []
    page.on("request", lambda request: asked.append(request))

    for address in addresses:
        page.goto(address)

    assert {urlsplit(request.url).netloc for request in asked} == {urlsplit(site).netloc}
    assert [request.url for request in asked if request.resource_type == "script"] == []


def test_public_pages_leave_nothing_behind(page, addresses):
    for address in addresses:
        page.goto(address)

    kept = page.evaluate("[localStorage.length, sessionStorage.length]")
    assert (page.context.cookies(), kept) == ([], [0, 0])


def test_public_pages_break_no_rule_of_their_own_policy(page, addresses):
    said = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))

    for address in addresses:
        page.goto(address)

    # A missing page is reported by the browser itself, and is meant.
    assert [line for line in said if "404" not in line] == []


def test_a_page_costs_three_requests_at_most_and_waits_for_its_stylesheet_alone(
    browser, addresses
):
    asked, blocking = {}, {}
    for address in addresses:
        # Nothing is there from another page.
        page = browser.new_page()
        urls = asked[address] = []
        page.on("request", lambda request, urls=urls: urls.append(request.url))
        page.goto(address)
        # For the icon, which comes after all else.
        page.wait_for_timeout(100)
        blocking[address] = page.evaluate(
            """() => performance.getEntriesByType('resource')
              .filter((each) => each.renderBlockingStatus !== 'non-blocking')
              .map((each) => each.initiatorType + ' ' + each.name.split('.').pop())"""
        )
        page.close()

    assert {address: urls for address, urls in asked.items() if len(urls) > 3} == {}
    assert {address: each for address, each in blocking.items() if each != ["link css"]} == {}


@pytest.mark.parametrize(("width", "height"), [(320, 640), (1280, 900)])
def test_nothing_moves_while_a_page_loads(page, addresses, width, height):
    page.set_viewport_size({"width": width, "height": height})

    moved = {}
    for address in addresses:
        page.goto(address)
        moved[address] = page.evaluate(
            """() => new Promise((resolve) => {
              let sum = 0;
              new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) sum += entry.value;
              }).observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => resolve(sum), 50);
            })"""
        )

    assert {address: shift for address, shift in moved.items() if shift} == {}
