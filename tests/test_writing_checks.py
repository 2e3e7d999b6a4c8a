"""What an editor is told while writing: errors stop a save, and remarks never do."""

import pytest
from django.contrib.messages import get_messages
from django.utils import translation

from content.pages.models import Page
from content.publishing import door
from content.publishing.models import Version
from content.publishing.prose.findings import findings
from content.publishing.remarks import remarks

from .editors import add, address, change, errors

VAGUE = '<p><a href="https://kk.dk/plan.pdf">plan.pdf</a></p>'
HARD = (
    "Kommunalbestyrelsens forebyggelsesindsatser forudsætter tværprofessionelle "
    "samarbejdsrelationer mellem socialforvaltningen, beskæftigelsesforvaltningen og "
    "ungdomsuddannelserne, hvorfor koordineringsgruppen løbende kvalitetssikrer "
    "henvendelserne. Forvaltningerne udarbejder handlingsplaner. "
) * 3
ORDINARY = "Du kan ringe til os. Vi taler med dig om det, der bekymrer dig. " * 5
# Between the limit for advice and the one for the rest.
MIDDLING = "Rådgiverne i kommunen lytter til dig og svarer på vanskelige spørgsmål. " * 5


def codes(html):
    return [each.code for each in findings(html)]


def named(instance):
    return [(each.name, each.code) for each in remarks(instance)]


def told(client, instance):
    """What the form of `instance` says of it, as (where, which)."""
    response = client.get(address(instance, "change", instance.pk))
    shown = response.context["remarks"]
    return [(label, remark.code) for label, _target, remark in shown]


# The rules


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li><p>Et</p></li><li><p></p></li></ul>", ["empty-item"]),
        ("<ul><li><p>Et</p></li></ul>", []),
        ("<table><tr><th></th><th>År</th></tr><tr><th>A</th><td>1</td></tr></table>", []),
        (
            "<table><tr><th>A</th><th></th></tr><tr><td>1</td><td>2</td></tr></table>",
            ["empty-header"],
        ),
        ("<table><tr><td>1</td></tr></table>", ["table-without-headers"]),
        ('<p><a href="https://kk.dk/x">handleplan-2016.pdf</a></p>', ["file-name-as-link"]),
        ('<p><a href="https://kk.dk/x">Handleplan.docx</a></p>', ["file-name-as-link"]),
        ('<p><a href="https://kk.dk/x">Handleplan (pdf)</a></p>', []),
        ("<p>RING MED DET SAMME. Vi hjælper.</p>", ["all-capitals"]),
        ("<p>PET og SSP er med. DET ER VI OGSÅ!</p>", ["all-capitals"]),
        ("<p>PET, SSP</p>", []),
        ("<p>CVR 64 94 22 12, EAN 5798</p>", []),
    ],
)
def test_each_rule_finds_what_it_is_for_and_nothing_else(html, expected):
    assert codes(html) == expected


def test_a_hard_text_is_named_by_its_hardest_sentences():
    page = Page(slug="a", title_da="A", body_da=f"<p>{ORDINARY}</p><p>{HARD}</p>" + HARD)

    with translation.override("en"):
        [remark] = remarks(page)

    assert remark.code == "hard-to-read"
    assert remark.message.startswith("The text is hard to read: its LIX is")
    assert "“Kommunalbestyrelsens forebyggelsesindsatser" in remark.message


@pytest.mark.parametrize("text", [ORDINARY, "Kommunalbestyrelsesmedlemmernes handlingsplan."])
def test_an_ordinary_text_and_a_short_one_are_not_hard(text):
    assert named(Page(slug="a", title_da="A", lead_da=text)) == []


def test_advice_is_to_be_easier_than_the_rest(advice_unit):
    advice_unit.summary_da = MIDDLING

    assert named(advice_unit) == [("summary_da", "hard-to-read")]
    assert named(Page(slug="a", title_da="A", lead_da=MIDDLING)) == []


def test_plain_texts_are_read_too(advice_unit):
    advice_unit.anonymity_en = "YOU MAY STAY ANONYMOUS."

    assert named(advice_unit) == [("anonymity_en", "all-capitals")]


def test_the_texts_of_both_languages_are_read():
    page = Page(slug="a", title_da="A", body_da=VAGUE, body_en=VAGUE)

    assert named(page) == [
        ("body_da", "file-name-as-link"),
        ("body_en", "file-name-as-link"),
    ]


def test_a_link_to_what_is_not_public_is_remarked_on(page):
    new = Page(slug="ny", title_da="Ny")
    new.save()
    page.body_da = '<p><a href="/ny/">Den nye side</a></p>'
    door.publish(page)

    assert named(Page.objects.get(pk=page.pk)) == [("body_da", "link-to-unseen")]


# Shown


def test_a_draft_with_remarks_is_saved_and_they_stand_in_its_form(editor, page):
    change(editor, page, "_draft", body_da=VAGUE, body_en=VAGUE)

    assert told(editor, page) == [
        ("Tekst (dansk)", "file-name-as-link"),
        ("Tekst (engelsk)", "file-name-as-link"),
    ]


def test_remarks_are_of_the_draft_and_not_of_what_is_public(editor, page):
    page.body_da = VAGUE
    door.publish(page)

    change(editor, page, "_draft", body_da="<p>Ny tekst.</p>")

    assert told(editor, page) == []


def test_a_remark_leads_to_its_field(editor, page):
    change(editor, page, "_draft", body_da=VAGUE)

    content = editor.get(address(page, "change", page.pk)).content.decode()

    assert ('href="#text-of-body_da"' in content, 'id="text-of-body_da"' in content) == (
        True,
        True,
    )


def test_a_new_page_s_remarks_stand_in_the_form_that_follows(editor, db):
    add(editor, Page, "_draft", title_da="Ny", slug="ny", body_da=VAGUE)

    assert told(editor, Page.objects.get()) == [("Tekst (dansk)", "file-name-as-link")]


def messages_of(response):
    return [(each.level_tag, str(each)) for each in get_messages(response.wsgi_request)]


def test_after_a_publication_the_way_to_the_remarks_is_told(publisher, page):
    response = change(publisher, page, "_publish", minor_change="on", body_da=VAGUE)

    [(_tag, _public), (tag, message)] = messages_of(response)
    there = f'<a href="{address(page, "change", page.pk)}">Strategi</a>'
    assert (tag, there in message) == ("warning", True)


def test_without_remarks_nothing_is_told(publisher, page):
    response = change(publisher, page, "_publish", minor_change="on", body_da="<p>Ny.</p>")

    assert [tag for tag, _message in messages_of(response)] == ["success"]


def test_an_error_stops_the_save(editor, page):
    before = Version.objects.count()
    response = change(editor, page, "_draft", body_da="<h4>For dybt</h4>")

    assert (list(errors(response)), Version.objects.count()) == (["body_da"], before)


@pytest.mark.parametrize("count", [1, 5])
def test_remarks_cost_the_same_however_many_links_there_are(
    page, count, django_assert_num_queries
):
    for number in range(count):
        Page(slug=f"ny-{number}", title_da=f"Ny {number}").save()
    page.body_da = "".join(
        f'<p><a href="/ny-{number}/">Side nummer {number}</a></p>' for number in range(count)
    )
    door.publish(page)
    stored = Page.objects.get(pk=page.pk)
    remarks(stored)

    with django_assert_num_queries(1):
        assert len(remarks(stored)) == count
