"""A text on its way: draft, compared, previewed, published, and the former one back."""

from .conftest import new_page, press, publish, text, told, write


def test_a_text_goes_from_draft_to_public_and_back_in_both_languages(editor, publisher, read):
    form = new_page(publisher, "Fra start til slut", "Den gamle tekst.")
    public = read("/fra-start-til-slut/"), read("/en/fra-start-til-slut/")

    editor.goto(form)
    write(editor, "da", "Den nye tekst.")
    write(editor, "en", "The new text.")
    editor.fill("#id_update_note_da", "Teksten er ny.")
    press(editor, "[name=_draft]")
    assert told(editor) == [
        "Kladden til ”Fra start til slut” er gemt. Borgerne ser den ikke endnu."
    ]
    assert (read("/fra-start-til-slut/"), read("/en/fra-start-til-slut/")) == public

    press(editor, "text='Se ændringer'")
    assert words(editor, "del") == ["fjernet: gamle (slut)"]
    assert words(editor, "ins") == [
        "tilføjet: nye (slut)",
        "tilføjet: The new text. (slut)",
    ]

    editor.goto(form)
    press(editor, "text='Forhåndsvis'")
    site = editor.frame_locator("iframe")
    assert site.locator("main p", has_text="Den nye tekst.").count() == 1
    press(editor, ".preview-choices >> text='engelsk'")
    assert site.locator("main p", has_text="The new text.").count() == 1

    publisher.goto(form)
    publish(publisher)
    assert publisher.locator(".errornote").count() == 1  # Told and minor at once.
    publisher.uncheck("#id_minor_change")
    press(publisher, "[name=_publish]")
    assert "Den nye tekst." in read("/fra-start-til-slut/")
    assert "The new text." in read("/en/fra-start-til-slut/")
    assert "Teksten er ny." in read("/opdateringer/")

    editor.goto(form)
    press(editor, "a.historylink")
    press(editor, ".acts > li:last-child input[value='Gendan som kladde']")
    assert text(editor) == "Den gamle tekst."
    assert "Den nye tekst." in read("/fra-start-til-slut/")


def words(tab, element):
    """As they are read aloud."""
    found = tab.locator(f".compare .difference {element}").all_inner_texts()
    return [" ".join(each.split()) for each in found]
