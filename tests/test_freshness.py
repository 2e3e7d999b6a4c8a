"""Whether the English still says what the Danish does, as texts are stored."""

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.advice.models import AdviceUnit
from content.pages.models import Page
from content.publishing import door, drafts, publication, translations
from content.publishing.history import versions
from content.publishing.history.snapshot import apply, snapshot
from content.publishing.models import Translation, Version
from content.publishing.translations.approval import Approval, approval_of, state_of
from content.publishing.translations.texts import Text
from kbh_radikalisering.initial_content.loader import load


def states(instance):
    """The state of each text that has one: {field: state}."""
    known = Translation.objects.of(instance).exclude(state="")
    return {each.field: each.state for each in known}


def publish(instance, **values):
    for name, value in values.items():
        setattr(instance, name, value)
    door.publish(instance)


def draft(page, **values):
    """A draft of `page`, which stays as it is."""
    data = snapshot(page)
    data["fields"] |= values
    return drafts.keep(page, data)


# A text


def test_what_is_published_in_both_languages_is_current(page):
    assert states(page) == {"title": "current", "body": "current"}


def test_danish_alone_lacks_its_english(page):
    publish(page, lead_da="Kort")

    assert states(page)["lead"] == "missing"


def test_what_has_no_danish_has_no_state(page):
    publish(page, lead_en="Short")

    assert "lead" not in states(page)


def test_a_change_of_danish_alone_outdates_the_english(page):
    publish(page, title_da="Ny strategi")

    assert states(page) == {"title": "outdated", "body": "current"}


def test_a_change_of_both_is_current(page):
    publish(page, title_da="Ny strategi", title_en="New strategy")

    assert states(page)["title"] == "current"


def test_a_later_change_of_english_brings_it_up_to_date(page):
    publish(page, title_da="Ny strategi")
    publish(page, title_en="New strategy")

    assert states(page)["title"] == "current"


def test_another_publication_leaves_the_english_outdated(page):
    publish(page, title_da="Ny strategi")
    publish(page, slug="ny-strategi")

    assert states(page)["title"] == "outdated"


def test_danish_that_is_changed_back_makes_the_english_current_again(page):
    publish(page, title_da="Ny strategi")
    publish(page, title_da="Strategi")

    assert states(page)["title"] == "current"


@pytest.mark.parametrize("empty", ["", None])
def test_english_that_is_removed_is_missing(page, empty):
    publish(page, title_da="Ny strategi", title_en=empty)

    assert states(page)["title"] == "missing"


def test_english_that_comes_again_is_approved_against_the_danish_of_that_day(page):
    publish(page, title_da="Ny strategi", title_en="")
    publish(page, title_en="Strategy")

    assert states(page)["title"] == "current"


def test_danish_that_comes_again_as_another_text_outdates_the_english(page):
    publish(page, body_da="")
    publish(page, body_da="<p>En anden tekst.</p>")

    assert states(page)["body"] == "outdated"


@pytest.mark.parametrize(
    "same",
    [
        "<p>Dansk <strong>tekst.</strong></p>",
        "<p>Dansk  tekst.</p>",
        "<p>Dansk</p><p>tekst.</p>",
        '<p><a href="https://example.dk/">Dansk</a> tekst.</p>',
    ],
)
def test_markup_and_spaces_outdate_nothing(page, same):
    publish(page, body_da=same)

    assert states(page)["body"] == "current"


def test_markup_alone_in_english_is_no_translation(page):
    publish(page, body_da="<p>En anden tekst.</p>")
    publish(page, body_en="<p>English <em>text.</em></p>")

    assert states(page)["body"] == "outdated"


def test_an_angle_in_a_plain_text_is_a_word(page):
    publish(page, title_da="Børn < 15", title_en="Children < 15")
    publish(page, title_da="Børn < 18")

    assert states(page)["title"] == "outdated"


def test_the_danish_that_was_translated_is_kept(page):
    publish(page, title_da="Ny strategi")

    assert Translation.objects.of(page).get(field="title").approved == "Strategi"


# Rows


def test_the_texts_of_rows_are_known_by_their_keys(advice_unit):
    number = advice_unit.phone_numbers.get()
    number.label_da, number.label_en = "Vagten", "The desk"
    number.save()
    door.publish(advice_unit)

    number.label_da = "Døgnvagten"
    number.save()
    door.publish(advice_unit)

    label = Translation.objects.get(rows="phone_numbers")
    assert [label.key, label.field, label.state] == [str(number.pk), "label", "outdated"]


def test_two_rows_are_told_apart(advice_unit):
    for day in ["24", "31"]:
        advice_unit.closed_days.create(
            date=f"2026-12-{day}", reason_da=f"Dag {day}", reason_en=f"Day {day}"
        )
    door.publish(advice_unit)
    last = advice_unit.closed_days.order_by("date").last()
    last.reason_da = "Nytår"
    last.save()
    door.publish(advice_unit)

    known = Translation.objects.filter(rows="closed_days", state="outdated")
    assert [each.key for each in known] == [str(last.pk)]


def test_a_row_that_is_removed_is_forgotten(advice_unit):
    advice_unit.phone_numbers.create(number="+4520202020", label_da="Vagten")
    door.publish(advice_unit)
    advice_unit.phone_numbers.filter(number="+4520202020").delete()
    door.publish(advice_unit)

    assert "label" not in states(advice_unit)


# Drafts, and what comes of them


def test_a_draft_that_is_discarded_leaves_no_trace(page):
    before = list(Translation.objects.values())
    draft(page, title_da="Ny strategi", lead_da="Kort")
    drafts.discard(page)

    assert list(Translation.objects.values()) == before


def test_a_draft_that_is_published_outdates_the_english(page):
    publication.publish_version(draft(page, title_da="Ny strategi"))

    assert states(page)["title"] == "outdated"


def test_danish_in_one_draft_and_english_in_the_next_are_current(page):
    draft(page, title_da="Ny strategi")
    version = draft(page, title_da="Ny strategi", title_en="New strategy")
    publication.publish_version(version)

    assert states(page)["title"] == "current"


def test_a_save_of_what_is_not_public_is_taken_down(db):
    page = Page.objects.create(slug="ny", title_da="Ny", title_en="New")
    drafts.keep(page, snapshot(page))
    page.title_da = "Nyere"
    page.save()
    drafts.keep(page, snapshot(page))

    assert states(page) == {"title": "outdated"}


def test_a_text_that_was_set_aside_changes_nothing(page):
    data = snapshot(page)
    data["fields"]["title_da"] = "For sent"
    drafts.set_aside(page, data)

    assert states(page)["title"] == "current"


def test_a_version_that_is_restored_brings_its_state_back(page):
    first = versions.newest_public(page)
    publish(page, title_da="Ny strategi")

    publication.publish_version(Version.objects.get(pk=first.pk))

    assert states(page)["title"] == "current"


def test_a_deleted_object_is_forgotten(page):
    door.delete(page)

    assert not Translation.objects.exists()


def test_a_deleted_object_that_comes_back_is_judged_anew(page):
    publish(page, title_da="Ny strategi")
    pk = page.pk
    door.delete(page)

    restored = Page(pk=pk)
    data = Version.objects.filter(object_id=pk).newest().data
    apply(data, restored)
    drafts.keep(restored, data)

    assert states(restored)["title"] == "current"


def test_a_withdrawn_object_keeps_what_is_known_of_it(page):
    publish(page, title_da="Ny strategi")
    door.withdraw(page)

    assert states(page)["title"] == "outdated"


# An approval


def test_an_approval_is_of_the_danish_as_it_stands(page):
    publish(page, title_da="Ny strategi")
    translations.approve(page, snapshot(page), [("", "", "title")])
    assert states(page)["title"] == "current"

    publish(page, title_da="Strategi")
    assert states(page)["title"] == "outdated"


def test_an_approval_of_one_text_leaves_the_others(page):
    publish(page, title_da="Ny strategi", body_da="<p>Ny tekst.</p>")
    translations.approve(page, snapshot(page), [("", "", "title")])

    assert states(page) == {"title": "current", "body": "outdated"}


# A whole site


def test_the_initial_content_is_current(db):
    load()

    assert set(Translation.objects.exclude(state="").values_list("state", flat=True)) == {
        "current"
    }


def test_a_site_that_knew_nothing_is_approved_as_it_stands(page, advice_unit):
    Translation.objects.all().delete()

    call_command("stamp_translations", verbosity=0)

    assert states(page) == {"title": "current", "body": "current"}
    assert states(AdviceUnit.objects.get()) == {"name": "current"}


def test_to_approve_a_site_again_changes_nothing(page):
    publish(page, title_da="Ny strategi")
    before = list(Translation.objects.order_by("pk").values())

    call_command("stamp_translations", verbosity=0)

    assert list(Translation.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("more", [0, 5])
def test_a_publication_costs_the_same(advice_unit, more, django_assert_num_queries):
    for number in range(more):
        advice_unit.closed_days.create(date=f"2026-12-0{number + 1}", reason_da="Lukket")
    data = snapshot(advice_unit)
    Translation.objects.of(advice_unit).update(key="gone", rows="rows")

    # What is known, what is new, and what is gone.
    with django_assert_num_queries(3):
        translations.stamp(advice_unit, data)


# What needs work


def test_what_needs_work_is_told_with_its_object(page, advice_unit):
    publish(page, title_da="Ny strategi")
    number = advice_unit.phone_numbers.get()
    number.label_da = "Vagten"
    number.save()
    door.publish(advice_unit)

    found = [
        (each.content_type.model, each.object_id, each.label, each.field, each.state)
        for each in translations.needing_work()
    ]
    assert sorted(found) == [
        ("adviceunit", advice_unit.pk, "Rådgivningen", "Telefonnummer: betegnelse", "missing"),
        ("page", page.pk, "Ny strategi", "Titel", "outdated"),
    ]


def test_what_is_withdrawn_needs_no_work(page):
    publish(page, title_da="Ny strategi")
    door.withdraw(page)

    assert translations.needing_work() == []


@pytest.mark.parametrize("more", [0, 5])
def test_what_needs_work_costs_the_same(page, more, django_assert_num_queries):
    publish(page, title_da="Ny strategi")
    for number in range(more):
        publish(Page(slug=f"side-{number}", title_da="Side", parent=page))

    # The types of content are asked for once in a process.
    translations.needing_work()
    # The texts, and the pages.
    with django_assert_num_queries(2):
        assert len(translations.needing_work()) == more + 1


# Any order of edits, against the rule told in another way

WORDS = st.sampled_from(["", "en", "to", "tre"])
PAIRS = st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=12)


def as_stamped(pairs):
    known = None
    for danish, english in pairs:
        text = Text(danish, english)
        known = approval_of(text, known)
    return state_of(text, known)


def by_the_rule(pairs):
    """English was written at its last change, to the Danish of that moment."""
    danish, english = pairs[-1]
    if not danish:
        return ""
    if not english:
        return "missing"
    written = len(pairs) - 1
    while written and pairs[written - 1][1] == english:
        written -= 1
    return "current" if pairs[written][0] == danish else "outdated"


@given(PAIRS)
def test_any_order_of_edits_comes_to_what_the_rule_says(pairs):
    assert as_stamped(pairs) == by_the_rule(pairs)


@given(PAIRS)
def test_an_approval_makes_any_text_current(pairs):
    text = Text(*pairs[-1])

    assert state_of(text, Approval.given(text)) in {"", "missing", "current"}


EDITS = st.lists(
    st.tuples(st.sampled_from(["publish", "discard", "approve"]), WORDS, WORDS), max_size=8
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(EDITS)
def test_any_order_of_acts_comes_to_what_the_rule_says(db, edits):
    page = Page(slug=f"side-{Page.objects.count()}", title_da="Side")
    door.publish(page)
    danish = english = approved = ""
    for act, new_danish, new_english in edits:
        if act == "publish":
            publish(page, lead_da=new_danish, lead_en=new_english)
            if new_english != english:
                approved = new_danish
            danish, english = new_danish, new_english
        elif act == "discard":
            draft(page, lead_da=new_danish, lead_en=new_english)
            drafts.discard(page)
        else:
            translations.approve(page, snapshot(page), translations.outdated(page))
            approved = danish if danish else approved

    expected = "missing" if not english else "current" if danish == approved else "outdated"
    assert states(page).get("lead", "") == (expected if danish else "")
