"""Editors at work in the running site, each in a browser of their own."""

import urllib.error
import urllib.request

import pytest

from tests import chromium


@pytest.fixture(scope="package")
def cookies(data_dir, site):
    """With which each role is signed in."""
    return chromium.cookies_of_editors(DATA_DIR=str(data_dir))


@pytest.fixture
def sit_down(browser, site, cookies):
    """Open a browser signed in as an editor of a role; its tab has the site as its base."""
    tabs = []

    def as_role(role):
        tabs.append(tab_of(browser, site, cookies[role]))
        return tabs[-1]

    yield as_role
    for tab in tabs:
        tab.context.close()


def tab_of(browser, site, cookie):
    context = browser.new_context(base_url=site, reduced_motion="reduce")
    chromium.use_cookie(context, site, cookie)
    return context.new_page()


@pytest.fixture
def editor(sit_down):
    return sit_down("redaktør")


@pytest.fixture
def publisher(sit_down):
    return sit_down("udgiver")


@pytest.fixture
def read(site):
    """
    What a visitor gets of an address: its text, or its status if that is an error.

    Asked with a cookie that opens nothing: whoever has one need not wait for the second
    that a page is kept, and gets the page of everybody.
    """

    def answer(path):
        asked = urllib.request.Request(f"{site}{path}", headers={"Cookie": "sessionid=x"})
        try:
            with urllib.request.urlopen(asked) as response:
                return response.read().decode(errors="replace")
        except urllib.error.HTTPError as error:
            return error.code

    return answer


def write(tab, language, text):
    """Instead of what is there, in the rich-text editor of the page's text."""
    place = tab.locator(f"#text-of-body_{language} .ProseMirror[contenteditable]")
    place.click()
    tab.keyboard.press("Control+a")
    tab.keyboard.type(text)


def press(tab, what):
    """A button or a link, and wait for the page that it leads to."""
    with tab.expect_navigation():
        tab.click(what)


def text(tab):
    """As it stands in the rich-text editor."""
    return tab.locator("#text-of-body_da .ProseMirror[contenteditable]").inner_text()


def choose(tab, select, name):
    """In a list that is searched by typing."""
    tab.click(f"{select} + .select2")
    tab.fill(".select2-search__field", name.partition(" (")[0])
    tab.click(f".select2-results__option:text-is('{name}')")


def told(tab):
    return tab.locator(".messagelist li").all_inner_texts()


def publish(tab, **note):
    """With what the public is told, or as a minor change."""
    for language, text in note.items():
        tab.fill(f"#id_update_note_{language}", text)
    if not note and tab.locator("#id_minor_change").count():
        tab.check("#id_minor_change")
    press(tab, "[name=_publish]")


def new_page(tab, title, body):
    """A public page, whose address follows its title; the address of its form."""
    tab.goto("/admin/pages/page/add/")
    tab.fill("#id_title_da", title)
    write(tab, "da", body)
    press(tab, "[name=_draft]")
    form = tab.url
    publish(tab)
    return form
