"""The admin in a real Chromium, under its own Content-Security-Policy."""

import gettext

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.started import ROOT

PATHS = ["", "skal-ses-efter/", "pages/page/", "pages/page/add/", "advice/adviceunit/add/"]
SIZES = [(320, 640), (768, 1024), (1280, 900)]


@pytest.fixture
def problems(page):
    """What the browser complains of: a refused script or style, an error in one."""
    found = []
    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def test_the_editor_starts_and_what_is_written_is_saved(signed_in, site, problems):
    signed_in.goto(f"{site}/admin/pages/page/add/")
    signed_in.fill("#id_title_da", "Skrevet i Chromium")
    signed_in.click(".field-body_da .ProseMirror[contenteditable]")
    signed_in.keyboard.type("Noget med ")
    signed_in.keyboard.press("Control+b")
    signed_in.keyboard.type("fed skrift")
    signed_in.click("[name=_draft]")

    body = signed_in.locator("#id_body_da").input_value()
    assert (body, problems) == ("<p>Noget med <strong>fed skrift</strong></p>", [])


def test_the_address_follows_the_title(signed_in, site):
    signed_in.goto(f"{site}/admin/pages/page/add/")
    signed_in.locator("#id_title_da").press_sequentially("Ny side")

    assert signed_in.locator("#id_slug").input_value() == "ny-side"


def test_the_editors_buttons_are_named_in_danish(signed_in, site):
    signed_in.goto(f"{site}/admin/pages/page/add/")
    signed_in.wait_for_selector(".prose-menubar__button[title=fed]")

    names = signed_in.evaluate(
        "[...document.querySelectorAll('.prose-menubar__button')].map(e => e.title)"
    )
    catalogue = ROOT / "locale_vendor" / "da" / "LC_MESSAGES" / "djangojs.mo"
    with open(catalogue, "rb") as compiled:
        danish = set(gettext.GNUTranslations(compiled)._catalog.values())
    assert set(names) - danish == set()


def test_the_list_of_headings_is_in_danish(signed_in, site):
    signed_in.goto(f"{site}/admin/pages/page/add/")
    signed_in.wait_for_selector(".prose-menubar__button[title=fed]")

    signed_in.locator(".prose-menubar__selected").first.click()
    names = signed_in.locator(".prose-menubar__picker:popover-open button").all_inner_texts()
    assert names == ["Overskrift 2", "Overskrift 3", "Overskrift 4", "Afsnit"]


def test_the_spelling_checker_knows_the_language_of_each_text(signed_in, site):
    signed_in.goto(f"{site}/admin/pages/page/add/")
    editor = signed_in.locator(".ProseMirror[contenteditable]")
    editor.last.wait_for()

    found = editor.evaluate_all("all => all.map(e => [e.closest('[lang]').lang, e.spellcheck])")
    assert found == [["da", True], ["en", True]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_form_is_wider_than_the_window(signed_in, site, width, height, scheme):
    signed_in.set_viewport_size({"width": width, "height": height})
    signed_in.emulate_media(color_scheme=scheme)
    wide = []
    for path in PATHS:
        signed_in.goto(f"{site}/admin/{path}")
        if signed_in.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)

    assert wide == []


@pytest.mark.parametrize(("width", "together"), [(1023, False), (1280, True)])
def test_the_languages_stand_side_by_side_where_there_is_room(signed_in, site, width, together):
    signed_in.set_viewport_size({"width": width, "height": 900})
    signed_in.goto(f"{site}/admin/pages/page/add/")

    danish, english = (
        signed_in.locator(f"#id_title_{language}").bounding_box() for language in ["da", "en"]
    )
    assert (danish["y"] == english["y"]) == together


def every_page(tab, admin):
    """Each list, and of its first object the form and what asks before it is deleted."""
    tab.goto(f"{admin}/")
    links = tab.locator("#content-main th a").evaluate_all("all => all.map(each => each.href)")
    found = [f"{admin}/{path}" for path in PATHS] + [f"{admin}/statistics/concernyear/import/"]
    for list_ in dict.fromkeys(link for link in links if link.count("/") == 6):
        tab.goto(list_)
        found.append(tab.url)
        first = tab.locator("#result_list tbody th a").first
        if first.count():
            form = first.evaluate("link => link.href").partition("?")[0]
            found += [form, form.replace("/change/", "/delete/")]
    return dict.fromkeys(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(signed_in, site, scheme):
    signed_in.emulate_media(color_scheme=scheme)
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = {}
    for path in every_page(signed_in, f"{site}/admin"):
        signed_in.goto(path)
        signed_in.wait_for_load_state("networkidle")
        answer = Axe().run(signed_in, options={"runOnly": rules}).response
        found |= {(path, each["id"]): each["nodes"] for each in answer["violations"]}

    assert found == {}


def test_what_needs_looking_after_leads_to_the_place_that_mends_it(signed_in, site):
    list_ = f"{site}/admin/skal-ses-efter/"
    signed_in.goto(list_)
    links = signed_in.locator(".rows a").evaluate_all("all => all.map(link => link.href)")
    # A rich text's own field is hidden by its editor.
    links.append(f"{site}/admin/pages/page/1/change/#text-of-body_en")

    out_of_sight = []
    for link in filter(lambda link: "#" in link, links):
        signed_in.goto(list_)
        signed_in.goto(link)
        signed_in.wait_for_load_state("networkidle")
        place = signed_in.evaluate(
            """() => {
              const box = document.querySelector(":target").getBoundingClientRect();
              return box.height > 0 && box.top >= 0 && box.top < window.innerHeight;
            }"""
        )
        if not place:
            out_of_sight.append(link)

    assert (len(links) > 1, out_of_sight) == (True, [])
