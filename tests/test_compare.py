"""Two versions beside each other, as a reader reads them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from content.advice.models import AdviceUnit
from content.pages.models import Document, Initiative, Page, Recommendation
from content.publishing import door
from content.publishing.comparing.blocks import KINDS, Block, of_rich_text
from content.publishing.comparing.comparison import compare, whole
from content.publishing.comparing.paragraphs import Line, lines
from content.publishing.comparing.words import Piece, excerpt, pieces
from content.publishing.history.snapshot import snapshot
from content.publishing.models import Draft, Version

from .editors import address, change, filled_in, signed_in
from .files import pdf


def compared(client, instance):
    """The page that compares the draft of `instance` with what is public."""
    return client.get(link(client, instance))


def link(client, instance):
    response = client.get(address(instance, "change", instance.pk))
    return response.context["compare_url"]


def differences(comparison):
    """{label: what became of it} of the object, and of each row under its title."""
    return {
        (f"{group.title}: " if group.title else "") + entry.label: told(entry)
        for group in comparison.groups
        for entry in group.entries
    }


def told(entry):
    return " / ".join(
        " ".join(f"{piece.how}{piece.text}" for piece in line.pieces) or f"{line.same} same"
        for line in entry.lines
    )


# Words


def test_words_taken_out_and_put_in_stand_where_they_were():
    old, new = (
        ["Ring", "til", "os", "på", "mandag"],
        ["Ring", "til", "dem", "på", "en", "mandag"],
    )

    assert pieces(old, new) == [
        Piece("=", "Ring til"),
        Piece("-", "os"),
        Piece("+", "dem"),
        Piece("=", "på"),
        Piece("+", "en"),
        Piece("=", "mandag"),
    ]


def test_a_very_long_stretch_is_told_whole():
    old, new = ["a", "b"] * 1500, ["b", "c"] * 1500

    assert pieces(old, new) == [Piece("-", " ".join(old)), Piece("+", " ".join(new))]


def test_one_word_in_a_very_long_text_is_told_alone():
    old, new = [*"a" * 3000, "b", *"a" * 3000], [*"a" * 3000, "c", *"a" * 3000]

    assert pieces(old, new)[1:3] == [Piece("-", "b"), Piece("+", "c")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c", "a c", [("=", "a"), ("-", "b"), ("=", "c")]),
        ("a c", "a b c", [("=", "a"), ("+", "b"), ("=", "c")]),
        ("a b", "a c", [("=", "a"), ("-", "b"), ("+", "c")]),
        ("", "a", [("+", "a")]),
    ],
)
def test_words_are_told_one_by_one(old, new, expected):
    assert pieces(old.split(), new.split()) == [Piece(*each) for each in expected]


def test_an_excerpt_has_what_stands_by_a_change():
    old = [str(number) for number in range(40)]

    assert excerpt(pieces(old, ["ny", *old, "slut"])) == [
        Piece("+", "ny"),
        Piece("=", "0 1 2 3 4 5 6 7 … 32 33 34 35 36 37 38 39"),
        Piece("+", "slut"),
    ]


def test_an_excerpt_ends_where_nothing_has_changed():
    old = [str(number) for number in range(40)]

    assert excerpt(pieces(old, [*old[:20], "ny", *old[20:]])) == [
        Piece("=", "… 12 13 14 15 16 17 18 19"),
        Piece("+", "ny"),
        Piece("=", "20 21 22 23 24 25 26 27 …"),
    ]


# Paragraphs


def test_rich_text_is_read_block_by_block():
    text = (
        "<h2>Om</h2><p>En <strong>to</strong>tal<br>ny</p><ul><li><p>Et</p></li></ul>"
        '<table><tr><th>År</th><td>2016</td></tr></table><p><a href="/vej/">Vej</a></p>'
    )

    assert [(block.element, block.text) for block in of_rich_text(text)] == [
        ("h2", "Om"),
        ("", "En total ny"),
        ("li", "Et"),
        ("th", "År"),
        ("td", "2016"),
        ("", "Vej (/vej/)"),
    ]


def test_paragraphs_that_are_the_same_are_counted():
    old = [Block((word,)) for word in ["en", "to", "tre", "fire"]]
    new = [Block((word,)) for word in ["en", "to", "fem", "fire"]]

    assert lines(old, new) == [
        Line(same=2),
        Line(pieces=(Piece("-", "tre"), Piece("+", "fem"))),
        Line(same=1),
    ]


def test_a_paragraph_put_in_between_changed_ones_is_told_alone():
    old = [Block(("a", "b", "c")), Block(("d", "e", "f"))]
    new = [Block(("a", "b", "x")), Block(("ny",)), Block(("d", "e", "y"))]

    assert [line.pieces[0].how for line in lines(old, new)] == ["=", "+", "="]


def test_a_paragraph_that_became_a_heading_is_taken_out_and_put_in():
    old, new = of_rich_text("<p>Om os</p>"), of_rich_text("<h2>Om os</h2>")

    assert [(line.kind, line.pieces[0].how) for line in lines(old, new)] == [
        ("", "-"),
        (KINDS["h2"], "+"),
    ]


# Objects


def test_each_language_is_told_by_itself(page):
    old = snapshot(page)
    page.title_en, page.body_da = "The strategy", "<p>Dansk tekst om det.</p>"

    assert differences(compare(Page, old, snapshot_of(page))) == {
        "Titel (engelsk)": "-Strategy +The strategy",
        "Tekst (dansk)": "=Dansk -tekst. +tekst om det.",
    }


def snapshot_of(instance):
    instance.save()
    return snapshot(instance)


def test_choices_links_dates_and_boxes_are_told_in_words(page, help_line):
    old = snapshot(page)
    above = Page.objects.create(slug="over", title_da="Siden over")
    page.parent, page.menu, page.next_review = above, "main", "2027-03-01"
    new = snapshot_of(page)
    line = snapshot(help_line)
    help_line.takes_over = True

    assert differences(compare(Page, old, new)) == {
        "Side ovenover": "+Siden over",
        "Menu": f"-{Page.Menu.NONE.label} +{Page.Menu.MAIN.label}",
        "Hele adressen": "-/strategi/ +/over/strategi/",
        "Næste gennemgang": "+1. marts 2027",
    }
    assert list(
        differences(compare(type(help_line), line, snapshot_of(help_line))).values()
    ) == ["-nej +ja"]


def test_what_a_key_stood_for_may_be_gone(page):
    old = snapshot(page)
    new = snapshot(page)
    new["fields"]["parent_id"] = 999

    assert "999" in differences(compare(Page, old, new))["Side ovenover"]


def test_links_are_told_by_their_names(db):
    plan, advice = (
        Page(slug="plan", title_da="Plan", kind="action_plan"),
        Page(slug="raad", title_da="Råd", kind="recommendations"),
    )
    plan.save()
    advice.save()
    recommendation = Recommendation.objects.create(title_da="Lyt", page=advice)
    initiative = Initiative.objects.create(title_da="Kurser", page=plan)
    old = snapshot(initiative)
    initiative.follows.add(recommendation)

    found = differences(compare(Initiative, old, snapshot(initiative)))

    assert list(found.values()) == ["+Lyt"]


def test_rows_are_called_by_their_kind_and_name(unit):
    old = snapshot(unit)
    unit.opening_hours.update(closes="16:00")
    unit.phone_numbers.create(number="+4520202020", label="Aften")
    unit.phone_numbers.filter(number="+4533172929").delete()
    comparison = compare(AdviceUnit, old, snapshot(unit))

    assert {group.title.replace("\xa0", " "): group.fate for group in comparison.groups} == {
        "Telefonnummer: 33 17 29 29": "removed",
        "Telefonnummer: 20 20 20 20": "added",
        "Åbningstider: mandag 09:00–16:00": "",
    }
    assert differences(comparison)["Åbningstider: mandag 09:00–16:00: Lukker"] == (
        "-15:00 +16:00"
    )


def test_a_file_is_told_by_its_size(page):
    document = Document(title_da="Fil", page=page, file=SimpleUploadedFile("a.pdf", pdf()))
    document.save()
    old = snapshot(document)
    document.file = SimpleUploadedFile("b.pdf", pdf(lambda new: new.add_blank_page()))

    found = differences(compare(Document, old, snapshot_of(document)))

    assert found["Sider"] == "-2 +3"
    assert "documents/" not in found["Fil"]


def test_what_is_the_same_is_counted(unit):
    old = snapshot(unit)
    unit.name_da = "Nyt navn"
    comparison = compare(AdviceUnit, old, snapshot_of(unit))

    assert list(differences(comparison)) == ["Navn (dansk)"]
    assert [comparison.same_fields, comparison.same_rows] == [
        len(old["fields"]) - 1,
        2,
    ]


def test_bold_that_was_taken_away_is_a_difference_without_words(page):
    old, new = snapshot(page), snapshot(page)
    new["fields"]["body_da"] = "<p><strong>Dansk</strong> tekst.</p>"

    (entry,) = compare(Page, old, new).groups[0].entries
    assert entry.is_formatting


def test_a_whole_version_is_all_that_it_says(page):
    (group,) = whole(Page, snapshot(page))

    said = {entry.label: [block.text for block in entry.new] for entry in group.entries}
    assert said["Tekst (engelsk)"] == ["English text."]


# The page


def test_a_draft_is_compared_with_what_is_public(editor, page):
    change(editor, page, "_draft", body_da="<p>Dansk <em>prosa</em>.</p>")

    response = compared(editor, page)

    assert response.context["old"].origin == "published"
    assert differences(response.context["comparison"]) == {
        "Tekst (dansk)": "=Dansk -tekst. +prosa."
    }


def test_a_form_without_a_draft_has_nothing_to_compare(editor, page):
    assert link(editor, page) == ""


def test_marked_words_can_be_heard(editor, page):
    change(editor, page, "_draft", title_da="Plan")
    document = html.document_fromstring(compared(editor, page).content.decode())

    marked = document.xpath("//div[@class='difference']//*[self::del or self::ins]")
    assert [len(each.xpath("./span[@class='visually-hidden']")) for each in marked] == [2, 2]
    assert [each.getparent().getparent().get("lang") for each in marked] == ["da", "da"]


def test_two_versions_that_are_the_same_are_said_to_be(editor, page):
    version = Version.objects.of(page).get()

    response = editor.get(address(page, "compare", page.pk, version.pk, version.pk))

    assert response.context["comparison"].groups == []


def test_versions_of_others_are_not_found(editor, page, home):
    mine, other = (Version.objects.of(each).get().pk for each in [page, home])

    answers = [
        editor.get(address(page, "compare", page.pk, *pair)).status_code
        for pair in [(mine, other), (other, mine), (mine, 10**30), (mine, mine)]
    ]

    assert answers == [404, 404, 404, 200]


def test_only_who_may_look_at_the_object_compares(client, django_user_model, page):
    version = Version.objects.of(page).get()
    url = address(page, "compare", page.pk, version.pk, version.pk)
    assert client.get(url).status_code == 302

    client.force_login(django_user_model.objects.create_user("fremmed", is_staff=True))
    assert client.get(url).status_code == 403


def test_comparing_takes_as_many_queries_however_much_there_is(editor, unit):
    few, many = (queries_to_compare(editor, unit, rows) for rows in [1, 8])

    assert few == many


def queries_to_compare(client, unit, rows):
    old = Version.objects.of(unit).newest()
    for number in range(rows):
        unit.phone_numbers.create(number=f"+452020{rows}0{number:02}", source_name="Kilde")
    door.publish(unit)
    url = address(unit, "compare", unit.pk, old.pk, Version.objects.of(unit).newest().pk)
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)


# Two editors


def late(client, publisher, page):
    stale = filled_in(client, address(page, "change", page.pk))
    change(publisher, page, "_draft", title_da="Den første")
    return client.post(
        address(page, "change", page.pk),
        {**stale, "title_da": "Den anden", "_draft": "1"},
        follow=True,
    )


def test_who_comes_too_late_sees_both_texts_whole(editor, page):
    response = late(editor, signed_in("udgiver"), page)

    assert [title_in(response.context[whose]) for whose in ["theirs", "yours"]] == [
        "Den første",
        "Den anden",
    ]


def title_in(groups):
    (title,) = (each for each in groups[0].entries if each.label == "Titel (dansk)")
    return title.new[0].text


def test_who_comes_too_late_can_let_the_own_text_be_the_draft(editor, page):
    late(editor, signed_in("udgiver"), page)
    refused = Version.objects.of(page).get(origin="refused")

    newest = Version.objects.of(page).in_line().newest()
    editor.post(address(page, "restore", page.pk, refused.pk), {"_seen": newest.pk})

    assert Draft.objects.of(page).get().version.data["fields"]["title_da"] == "Den anden"
    assert [each.data["fields"]["title_da"] for each in Version.objects.of(page)] == [
        "Den anden",
        "Den anden",
        "Den første",
        "Strategi",
    ]
