from urllib.parse import urlsplit


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


def test_a_page_costs_three_requests_at_most(page, site):
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(site)
    page.wait_for_load_state("networkidle")

    assert len(asked) <= 3, asked


def test_nothing_moves_while_a_page_loads(page, addresses):
    page.set_viewport_size({"width": 360, "height": 640})

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
