from .conftest import press


def test_the_second_of_two_loses_nothing(editor, publisher):
    publisher.goto("/admin/networks/network/add/")
    publisher.fill("#id_name", "Byer i byen")
    publisher.fill("#id_slug", "byer-i-byen")
    add_city(publisher, 0, "Aalborg")
    press(publisher, "[name=_draft]")
    form = publisher.url

    editor.goto(form)
    publisher.goto(form)
    add_city(publisher, 1, "Randers")
    press(publisher, "[name=_draft]")
    editor.fill("#id_name", "Byerne i byen")
    add_city(editor, 1, "Esbjerg")
    press(editor, "[name=_draft]")

    theirs, mine = (
        each.all_inner_texts()
        for each in [
            editor.locator(".both-texts > section:first-child .difference"),
            editor.locator(".both-texts > section:last-child .difference"),
        ]
    )
    assert [name for name in theirs if name in {"Byer i byen", "Randers", "Esbjerg"}] == [
        "Byer i byen",
        "Randers",
    ]
    assert [name for name in mine if name in {"Byerne i byen", "Randers", "Esbjerg"}] == [
        "Byerne i byen",
        "Esbjerg",
    ]

    press(editor, "input[value='Gør min tekst til kladde']")
    assert [
        editor.input_value("#id_name"),
        *[each.input_value() for each in editor.locator("[id$=-name_da]").all()[:2]],
    ] == ["Byerne i byen", "Aalborg", "Esbjerg"]


def add_city(tab, row, name):
    tab.click("#cities-group .add-row a")
    tab.fill(f"#id_cities-{row}-name_da", name)
