"""A draft is kept beside what is public, which does not change by a byte."""

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.advice.models import AdviceUnit
from content.pages.models import Document, Initiative, Page, Recommendation
from content.publishing import door, drafts
from content.publishing.history.changes import changes
from content.publishing.history.snapshot import apply, snapshot
from content.publishing.models import Act, Draft, Edition, Version

from .editors import address, change, filled_in
from .files import pdf


def form_of(client, instance):
    return client.get(address(instance, "change", instance.pk)).context["adminform"].form


def row(rows, index, **values):
    return {f"{rows}-{index}-{name}": value for name, value in values.items()}


def added(client, instance, rows, **values):
    """The form's values with one more of `rows`."""
    url = address(instance, "change", instance.pk)
    data = filled_in(client, url)
    index = int(data[f"{rows}-TOTAL_FORMS"])
    return {f"{rows}-TOTAL_FORMS": str(index + 1), **row(rows, index, **values)}


# The public side


@pytest.mark.parametrize("path", ["/strategi/", "/en/strategi/", "/", "/sitemap.xml"])
def test_a_draft_changes_nothing_that_the_public_gets(client, editor, home, page, path):
    before = client.get(path).content

    change(
        editor, page, "_draft", title_da="Nyt", title_en="New", slug="nyt", body_da="<p>Nyt</p>"
    )

    assert client.get(path).content == before


def test_a_draft_starts_no_edition(editor, page):
    before = Edition.objects.get().key

    change(editor, page, "_draft", title_da="Nyt")

    assert Edition.objects.get().key == before


def test_rows_of_a_draft_are_not_public(editor, unit):
    before = snapshot(unit)

    change(
        editor,
        unit,
        "_draft",
        **added(editor, unit, "phone_numbers", number="+4520202020", position="20"),
        **row("opening_hours", 0, DELETE="on"),
    )

    assert snapshot(unit) == before
    assert Draft.objects.of(unit).exists()


def test_a_file_of_a_draft_is_not_public(client, editor, page):
    document = Document(title_da="Fil", page=page, file=SimpleUploadedFile("a.pdf", pdf()))
    door.publish(document)
    before = b"".join(client.get(document.get_absolute_url()))

    new = SimpleUploadedFile("b.pdf", pdf(lambda new: new.add_blank_page()))
    change(editor, document, "_draft", file=new)

    assert b"".join(client.get(document.get_absolute_url())) == before
    assert form_of(editor, document).instance.page_count == 3


# The editor's side


def test_the_form_opens_on_the_draft(editor, page):
    change(editor, page, "_draft", title_da="Nyt", title_en="New")

    form = form_of(editor, page)
    assert [form["title_da"].value(), form["title_en"].value()] == ["Nyt", "New"]


def test_the_form_opens_on_the_rows_of_the_draft(editor, unit):
    change(
        editor,
        unit,
        "_draft",
        **added(editor, unit, "phone_numbers", number="+4520202020", position="20"),
        **row("opening_hours", 0, DELETE="on"),
    )

    data = filled_in(editor, address(unit, "change", unit.pk))
    assert data["phone_numbers-1-number"] == "+4520202020"
    assert data["opening_hours-TOTAL_FORMS"] == "0"


def test_links_of_a_draft_are_kept(editor, publisher):
    advice, plan = [
        Page(kind=kind, slug=kind.replace("_", "-"), title_da=kind)
        for kind in ["recommendations", "action_plan"]
    ]
    recommendation = Recommendation(title_da="Lyt", page=advice)
    initiative = Initiative(title_da="Kurser", page=plan)
    for each in [advice, plan, recommendation, initiative]:
        door.publish(each)

    change(editor, initiative, "_draft", follows=[str(recommendation.pk)])

    assert not initiative.follows.exists()
    change(publisher, initiative, "_publish", minor_change="on")
    assert list(initiative.follows.all()) == [recommendation]


@pytest.mark.parametrize("has_draft", [False, True])
def test_opening_a_form_writes_nothing_but_who_opens_it(editor, unit, has_draft):
    if has_draft:
        change(editor, unit, "_draft", name_da="Nyt navn")

    with CaptureQueriesContext(connection) as found:
        response = editor.get(address(unit, "change", unit.pk))

    written = [each["sql"] for each in found if not each["sql"].startswith("SELECT")]
    of_no_transaction = [sql for sql in written if "SAVEPOINT" not in sql]
    assert [sql for sql in of_no_transaction if "publishing_opening" not in sql] == []
    assert response.context["sitting"].is_on_a_draft == has_draft


def test_a_second_draft_goes_on_from_the_first(editor, page):
    change(editor, page, "_draft", title_da="Nyt")
    change(editor, page, "_draft", title_en="New")

    fields = Draft.objects.of(page).get().version.data["fields"]
    assert [fields["title_da"], fields["title_en"]] == ["Nyt", "New"]
    assert Version.objects.of(page).count() == 3


def test_a_discarded_draft_is_gone_from_the_form_and_not_from_the_history(editor, page):
    change(editor, page, "_draft", title_da="Nyt")
    change(editor, page, "_discard")

    assert form_of(editor, page)["title_da"].value() == "Strategi"
    assert "Nyt" in [version.title for version in Version.objects.of(page)]
    assert Act.objects.of(page).first().action == "discarded"


def test_a_published_draft_is_public_with_its_rows(client, editor, publisher, unit):
    change(
        editor,
        unit,
        "_draft",
        name_da="Nyt navn",
        **added(editor, unit, "phone_numbers", number="+4520202020", position="20"),
    )

    change(publisher, unit, "_publish", minor_change="on")

    unit.refresh_from_db()
    assert unit.name_da == "Nyt navn"
    assert unit.phone_numbers.count() == 2
    assert not Draft.objects.exists()


def test_a_mistake_in_a_draft_loses_nothing(editor, page):
    response = change(editor, page, "_draft", title_da="", body_da="<p>Nyt</p>")

    assert response.context["adminform"].form["body_da"].value() == "<p>Nyt</p>"
    assert not Draft.objects.exists()


def test_an_editor_publishes_no_draft(editor, page):
    change(editor, page, "_draft", title_da="Nyt")

    assert change(editor, page, "_publish", minor_change="on").status_code == 403


# Nothing to save


@pytest.mark.parametrize("content", ["page", "unit", "concern_year"])
def test_a_form_sent_back_untouched_makes_no_draft(editor, request, content):
    instance = request.getfixturevalue(content)

    change(editor, instance, "_draft")

    assert not Draft.objects.exists()
    assert Act.objects.of(instance).first().action == "published"


def test_the_line_breaks_of_browsers_are_no_change(editor, unit):
    unit.for_parents_da, unit.cost_da = "Ring.\n\nVi svarer.", "Gratis.\nAltid."
    door.publish(unit)

    change(
        editor,
        unit,
        "_draft",
        for_parents_da="Ring.\r\n\r\nVi svarer.",
        cost_da="Gratis.\r\nFor alle.",
    )

    assert [(each["field"], each["new"]) for each in Act.objects.of(unit).first().changes] == [
        ("cost_da", "Gratis.\nFor alle.")
    ]


def test_a_draft_saved_again_untouched_is_the_same_version(editor, page):
    change(editor, page, "_draft", title_da="Nyt", update_note_da="Ny titel.")
    before = Draft.objects.get().version

    change(editor, page, "_draft")

    assert Draft.objects.get().version == before
    assert Version.objects.of(page).count() == 2


def test_what_the_public_is_told_is_worth_a_draft_of_its_own(editor, page):
    change(editor, page, "_draft", update_note_da="Ny titel.")

    assert Draft.objects.get().version.note_da == "Ny titel."


def test_a_form_that_shows_a_discarded_draft_is_worth_a_draft(editor, publisher, page):
    change(editor, page, "_draft", title_da="Nyt")
    url = address(page, "change", page.pk)
    opened = filled_in(editor, url)
    change(publisher, page, "_discard")

    editor.post(url, {**opened, "_draft": "1"})

    assert Draft.objects.get().version.title == "Nyt"


# What each button answers


def told(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


@pytest.mark.parametrize(
    ("button", "values", "answer"),
    [
        (
            "_draft",
            {"title_da": "Nyt"},
            "Kladden til ”Nyt” er gemt. Borgerne ser den ikke endnu.",
        ),
        (
            "_draft",
            {},
            "Du har ikke ændret noget i ”Strategi”, så der var ikke noget at gemme.",
        ),
    ],
)
def test_a_save_says_what_became_of_it(editor, page, button, values, answer):
    assert told(change(editor, page, button, **values)) == [answer]


def test_a_discarded_draft_leads_back_to_what_is_public(editor, page):
    change(editor, page, "_draft", title_da="Nyt")
    url = address(page, "change", page.pk)

    response = editor.post(url, {**filled_in(editor, url), "_discard": "1"})

    assert told(response)[-1] == "Kladden er kasseret. Den findes stadig i historikken."
    assert form_of(editor, page)["title_da"].value() == "Strategi"


def test_what_somebody_published_meanwhile_is_not_discarded(editor, publisher, page):
    change(editor, page, "_draft", title_da="Nyt")
    url = address(page, "change", page.pk)
    opened = filled_in(editor, url)
    change(publisher, page, "_publish", minor_change="on")

    response = editor.post(url, {**opened, "_discard": "1"})

    assert told(response)[-1] == (
        "Intet er kasseret: udgiver 1 har gemt siden, og det er det, du ser her."
    )


# Two editors


def test_a_second_save_over_a_newer_draft_is_refused(editor, publisher, page):
    stale = filled_in(editor, address(page, "change", page.pk))
    change(publisher, page, "_draft", title_da="Den første")

    editor.post(
        address(page, "change", page.pk), {**stale, "title_da": "Den anden", "_draft": "1"}
    )

    assert Draft.objects.of(page).get().version.title == "Den første"
    assert Version.objects.of(page).get(origin="refused").data["fields"]["title_da"] == (
        "Den anden"
    )


def test_a_save_over_a_newer_publication_is_refused_rows_and_all(editor, publisher, unit):
    url = address(unit, "change", unit.pk)
    stale = filled_in(editor, url) | added(
        editor, unit, "phone_numbers", number="+4520202020", position="20"
    )
    change(
        publisher, unit, "_publish", minor_change="on", **row("opening_hours", 0, DELETE="on")
    )

    editor.post(url, {**stale, "_draft": "1"})

    kept = Version.objects.of(unit).get(origin="refused").data["rows"]
    assert [len(kept["phone_numbers"]), len(kept["opening_hours"])] == [2, 1]
    assert unit.opening_hours.count() == 0


def test_a_form_that_was_open_when_the_draft_was_discarded_loses_nothing(
    editor, publisher, unit
):
    number = {"number": "+4520202020", "position": "20"}
    change(editor, unit, "_draft", **added(editor, unit, "phone_numbers", **number))
    url = address(unit, "change", unit.pk)
    opened = filled_in(editor, url)
    change(publisher, unit, "_discard")

    editor.post(url, {**opened, "name_da": "Nyt navn", "_draft": "1"})

    data = Draft.objects.of(unit).get().version.data
    assert data["fields"]["name_da"] == "Nyt navn"
    assert len(data["rows"]["phone_numbers"]) == 2


def test_a_publication_over_a_newer_draft_is_refused(editor, publisher, page):
    stale = filled_in(publisher, address(page, "change", page.pk))
    change(editor, page, "_draft", title_da="Ny kladde")

    publisher.post(
        address(page, "change", page.pk),
        {**stale, "title_da": "For sent", "minor_change": "on", "_publish": "1"},
    )

    page.refresh_from_db()
    assert page.title_da == "Strategi"


# Versions


def test_a_version_brings_back_both_languages_and_the_rows(unit):
    before = snapshot(unit)
    unit.phone_numbers.all().delete()
    unit.name_da, unit.name_en = "A", "B"
    unit.save()

    apply(before, AdviceUnit.objects.get())

    assert snapshot(AdviceUnit.objects.get()) == before


def test_rows_that_traded_their_values_are_brought_back(unit):
    unit.phone_numbers.create(number="+4520202020")
    before = snapshot(unit)
    first, second = unit.phone_numbers.order_by("pk")
    numbers = first.number, second.number
    first.delete()
    second.number = numbers[0]
    second.save()

    apply(before, unit)

    assert snapshot(unit) == before


def test_a_link_to_what_is_gone_is_let_go(page):
    successor = Page.objects.create(slug="ny", title_da="Ny")
    page.policy, page.replaced_by = "replaced", successor
    page.save()
    data = snapshot(page)
    page.policy, page.replaced_by = "", None
    page.save()
    successor.delete()

    data["fields"]["policy"] = ""
    apply(data, page)

    assert page.replaced_by is None


def test_the_log_holds_old_and_new_values(editor, page):
    change(editor, page, "_draft", title_da="Nyt")

    assert Act.objects.of(page).first().changes == [
        {"field": "title_da", "old": "Strategi", "new": "Nyt", "rows": "", "key": ""}
    ]


def test_no_difference_is_seen_between_an_empty_text_and_none(page):
    old, new = snapshot(page), snapshot(page)
    new["fields"]["lead_en"] = ""

    assert changes(old, new) == []


def test_a_draft_begun_before_another_publication_is_behind(editor, page):
    change(editor, page, "_draft", title_da="Nyt")
    assert not drafts.is_behind(Draft.objects.get())

    door.publish(page)
    Draft.objects.create(
        target=page,
        version=Version.objects.of(page).filter(origin="draft").get(),
        based_on=Version.objects.of(page).public().last(),
    )

    assert drafts.is_behind(Draft.objects.get())
