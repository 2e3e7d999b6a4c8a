"""What was typed and never saved."""

import pytest

from tests import chromium

from .conftest import new_page, press, publish, tab_of, text, write

OFFER = "#scratch:not([hidden])"


@pytest.fixture(scope="module")
def form(browser, site, cookies):
    tab = tab_of(browser, site, cookies["udgiver"])
    form = new_page(tab, "Skrevet før", "Det, der er gemt.")
    tab.context.close()
    return form


def kept(tab):
    """Wait until the browser has kept a copy."""
    for _ in range(50):
        if tab.evaluate("localStorage.length"):
            return
        tab.wait_for_timeout(100)
    pytest.fail("No copy was kept")


def test_typing_survives_a_closed_tab(editor, form):
    editor.goto(form)
    write(editor, "da", "Lang tekst, aldrig gemt.")
    kept(editor)
    editor.close()

    again = editor.context.new_page()
    again.goto(form)
    press(again, f"{OFFER} [data-do=fetch]")
    assert text(again) == "Lang tekst, aldrig gemt."

    press(again, "[name=_draft]")
    again.goto(form)
    assert (text(again), again.locator(OFFER).count()) == ("Lang tekst, aldrig gemt.", 0)


def test_typing_survives_a_session_that_has_expired(editor, form, site, cookies):
    editor.goto(form)
    write(editor, "da", "Skrevet efter frokost.")
    editor.context.clear_cookies(name="sessionid")
    press(editor, "[name=_draft]")

    assert editor.locator("#scratch").count() == 0  # The sign-in page instead.
    chromium.use_cookie(editor.context, site, cookies["redaktør"])
    editor.goto(form)
    press(editor, f"{OFFER} [data-do=fetch]")
    assert text(editor) == "Skrevet efter frokost."


def test_what_was_thrown_away_is_not_offered_again(editor, form):
    editor.goto(form)
    write(editor, "da", "Duer ikke.")
    kept(editor)
    editor.close()

    again = editor.context.new_page()
    again.goto(form)
    again.click(f"{OFFER} [data-do=drop]")
    again.reload()
    assert again.locator(OFFER).count() == 0


def test_nothing_is_offered_of_what_has_been_published(publisher, form):
    publisher.goto(form)
    write(publisher, "da", "Det er ude.")
    publish(publisher)

    publisher.goto(form)
    assert publisher.locator(OFFER).count() == 0


@pytest.mark.parametrize(("is_typed_in", "questions"), [(True, 1), (False, 0)])
def test_leaving_asks_first_where_something_is_unsaved(editor, form, is_typed_in, questions):
    asked = []
    editor.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    editor.goto(form)
    editor.click("#text-of-body_da .ProseMirror[contenteditable]")
    if is_typed_in:
        editor.keyboard.type("Mere. ")

    press(editor, "text='Hjem'")
    assert asked == ["beforeunload"] * questions
