"""What the editor is told of the English, and may say of it."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils.translation import gettext as _
from lxml import html

from content.advice.models import AdviceUnit
from content.pages.models import Page
from content.publishing import door
from content.publishing.admin.seen import newest_version
from content.publishing.models import Act, Translation

from .editors import address, change, signed_in

TOLD = "//*[@class='english']"


@pytest.fixture
def viewer(db):
    client = signed_in("redaktør")
    user = User.objects.get()
    user.groups.clear()
    user.user_permissions.add(Permission.objects.get(codename="view_page"))
    return client


@pytest.fixture
def outdated(page):
    """A page with its title and its text changed in Danish alone."""
    page.title_da, page.body_da = "Ny strategi", "<p>Dansk tekst fra i dag.</p>"
    door.publish(page)
    return page


@pytest.fixture
def unit(advice_unit):
    """A unit with rows: English that is outdated in one, and missing in another."""
    number = advice_unit.phone_numbers.get()
    number.label_da, number.label_en = "Vagten", "The desk"
    number.save()
    advice_unit.closed_days.create(date="2026-12-24", reason_da="Jul")
    door.publish(advice_unit)
    number.label_da = "Døgnvagten"
    number.save()
    door.publish(advice_unit)
    return advice_unit


def document(client, url):
    return html.fromstring(client.get(url).content.decode())


def form(client, instance):
    return document(client, address(instance, "change", instance.pk))


def told(tree):
    """What is told beside each English text, by the field's id."""
    return {
        each.xpath(".//@id")[0].removeprefix("id_").removesuffix("_english"): words(each)
        for each in tree.xpath(TOLD)
    }


def words(element):
    return " ".join(element.text_content().split())


def buttons(tree):
    return tree.xpath(f"{TOLD}//button/@value")


def approve(client, instance, **data):
    url = address(instance, "approve_translation", instance.pk)
    return client.post(url, {"seen": newest_version(), **data})


def states(instance):
    return {each.field: each.state for each in Translation.objects.of(instance) if each.state}


# The form


def test_nothing_is_told_of_what_is_current(editor, page):
    assert told(form(editor, page)) == {}


def test_nothing_is_told_of_a_new_object(editor, db):
    assert told(document(editor, address(Page, "add"))) == {}


def test_english_that_is_missing_is_told_at_its_field(editor, page):
    page.lead_da = "Kort"
    door.publish(page)

    assert told(form(editor, page)) == {"lead_en": _("Missing")}


def test_what_has_changed_since_the_translation_is_told_with_words_for_it(editor, outdated):
    details = form(editor, outdated).xpath(f"{TOLD}//details/p")

    assert [words(each) for each in details] == [
        f"{_('removed:')} Strategi {_('(end)')} {_('added:')} Ny strategi {_('(end)')}",
        f"Dansk {_('removed:')} tekst. {_('(end)')} "
        f"{_('added:')} tekst fra i dag. {_('(end)')}",
    ]
    assert [each.get("lang") for each in details] == ["da", "da"]


def test_additions_and_removals_are_marked_as_such(editor, outdated):
    title = form(editor, outdated).xpath(f"{TOLD}//details/p")[0]

    assert [(mark.tag, mark[0].tail) for mark in title] == [
        ("del", "Strategi"),
        ("ins", "Ny strategi"),
    ]


def test_the_field_names_the_line_below_it(editor, outdated):
    (field,) = form(editor, outdated).xpath("//*[@id='id_title_en']")

    assert "id_title_en_english" in field.get("aria-describedby").split()


def test_texts_of_rows_are_told_in_their_rows(editor, unit):
    found = told(form(editor, unit))

    assert found.keys() == {"phone_numbers-0-label_en", "closed_days-0-reason_en"}
    assert found["closed_days-0-reason_en"] == _("Missing")


def test_a_draft_is_told_as_it_would_be(editor, page):
    change(editor, page, "_draft", title_da="Ny strategi", lead_da="Kort")

    assert told(form(editor, page)).keys() == {"title_en", "lead_en"}
    assert states(page) == {"title": "current", "body": "current"}


def test_a_draft_with_new_english_is_told_nothing(editor, outdated):
    change(editor, outdated, "_draft", title_en="New strategy")

    assert told(form(editor, outdated)).keys() == {"body_en"}


def test_a_draft_in_a_row_is_told_in_that_row(editor, unit):
    change(editor, unit, "_draft", **{"phone_numbers-0-label_en": "The night desk"})

    assert told(form(editor, unit)).keys() == {"closed_days-0-reason_en"}


def test_a_form_with_a_mistake_still_tells(editor, outdated):
    response = change(editor, outdated, "_draft", title_da="")

    assert told(html.fromstring(response.content)).keys() == {"title_en", "body_en"}


def test_who_may_not_change_is_offered_no_approval(viewer, outdated):
    assert buttons(form(viewer, outdated)) == []


@pytest.mark.parametrize("more", [0, 5])
def test_the_form_costs_the_same(editor, unit, more, django_assert_max_num_queries):
    for number in range(more):
        unit.closed_days.create(date=f"2026-11-0{number + 1}", reason_da="Lukket")
    door.publish(unit)

    with django_assert_max_num_queries(40):
        assert len(told(form(editor, unit))) == 2 + more


# An approval


def test_the_button_of_a_field_approves_it_alone(editor, outdated):
    assert buttons(form(editor, outdated)) == ["::title", "::body"]
    approve(editor, outdated, text="::title")

    assert states(outdated) == {"title": "current", "body": "outdated"}
    assert told(form(editor, outdated)).keys() == {"body_en"}


def test_one_button_approves_all(editor, outdated):
    approve(editor, outdated)

    assert states(outdated) == {"title": "current", "body": "current"}


def test_the_button_of_a_row_approves_it(editor, unit):
    (value,) = buttons(form(editor, unit))
    approve(editor, unit, text=value)

    assert states(unit) == {"name": "current", "label": "current", "reason": "missing"}


def test_a_button_belongs_to_a_form_of_its_own_that_posts_to_the_approval(editor, outdated):
    tree = form(editor, outdated)
    (owner,) = tree.xpath(f"//form[@id='{tree.xpath(f'{TOLD}//button/@form')[0]}']")

    url = address(outdated, "approve_translation", outdated.pk)
    assert [owner.get("method"), owner.get("action")] == ["post", url]
    assert owner.xpath("ancestor::form | .//form") == []


@pytest.mark.parametrize("says_what_it_saw", [True, False])
def test_nobody_approves_a_change_that_they_have_not_seen(editor, outdated, says_what_it_saw):
    seen = newest_version()
    outdated.title_da = "Noget helt andet"
    door.publish(outdated)

    approve(editor, outdated, seen=seen if says_what_it_saw else "")

    assert Translation.objects.get(field="title").state == "outdated"


def test_an_approval_leads_back_to_the_form(editor, outdated):
    response = approve(editor, outdated)

    assert response.headers["Location"] == address(outdated, "change", outdated.pk)


def test_an_approval_is_in_the_log(editor, outdated):
    approve(editor, outdated)

    act = Act.objects.of(outdated).first()
    assert [act.action, act.user_name, act.note] == ["approved", "redaktør 1", "Titel, Tekst"]


def test_an_approval_changes_nothing_else(client, editor, outdated):
    before = client.get("/strategi/").content
    outdated.refresh_from_db()
    columns = Page.objects.values().get()

    approve(editor, outdated)

    assert client.get("/strategi/").content == before
    assert Page.objects.values().get() == columns


@pytest.mark.parametrize("text", ["::lead", "::title", "nonsense", "phone_numbers:1:label"])
def test_what_is_not_outdated_is_not_approved(editor, page, text):
    before = list(Translation.objects.values())

    approve(editor, page, text=text)

    assert list(Translation.objects.values()) == before
    assert not Act.objects.of(page).filter(action="approved").exists()


def test_a_draft_that_changes_the_danish_offers_no_approval_of_it(editor, outdated):
    change(editor, outdated, "_draft", title_da="Endnu en strategi")

    assert buttons(form(editor, outdated)) == ["::body"]


def test_an_approval_beside_a_draft_is_of_what_is_public(editor, outdated):
    change(editor, outdated, "_draft", title_da="Endnu en strategi")

    approve(editor, outdated)

    assert states(outdated) == {"title": "current", "body": "current"}
    assert told(form(editor, outdated)).keys() == {"title_en"}


def test_a_look_approves_nothing(editor, outdated):
    url = address(outdated, "approve_translation", outdated.pk)

    assert editor.get(url).status_code == 405


def test_what_is_gone_can_not_be_approved(editor, outdated):
    url = address(outdated, "approve_translation", 9999)

    assert editor.post(url).headers["Location"] == "/admin/"


def test_who_may_only_look_approves_nothing(viewer, outdated):
    assert approve(viewer, outdated).status_code == 403
    assert states(outdated) == {"title": "outdated", "body": "outdated"}


def test_a_stranger_is_asked_to_sign_in(outdated):
    assert approve(Client(), outdated).headers["Location"].startswith("/admin/login/")
    assert states(outdated) == {"title": "outdated", "body": "outdated"}


# The list


def column(client, model):
    """The state in the list of each object, by its key."""
    changelist = client.get(address(model, "changelist")).context["cl"]
    return {obj.pk: obj.english for obj in changelist.result_list}


def listed(client, model, **filters):
    changelist = client.get(address(model, "changelist"), filters).context["cl"]
    return [obj.pk for obj in changelist.queryset]


def test_the_list_tells_the_worst_of_each_object(editor, home, outdated):
    danish = Page(slug="dansk", title_da="Dansk")
    door.publish(danish)

    assert column(editor, Page) == {
        home.pk: "current",
        outdated.pk: "outdated",
        danish.pk: "missing",
    }


def test_the_list_tells_it_in_words(editor, outdated):
    (shown,) = document(editor, address(Page, "changelist")).xpath(
        "//td[@class='field-english_shown']"
    )

    assert words(shown) == _("outdated")


def test_the_list_counts_the_rows_in(editor, unit):
    assert column(editor, AdviceUnit) == {unit.pk: "missing"}


def test_what_has_no_text_to_translate_has_no_state(editor, network):
    assert column(editor, type(network)) == {network.pk: None}


@pytest.mark.parametrize("state", ["missing", "outdated", "current"])
def test_the_list_is_filtered_by_state(editor, home, outdated, state):
    danish = Page(slug="dansk", title_da="Dansk")
    door.publish(danish)

    wanted = {"missing": danish, "outdated": outdated, "current": home}[state]
    assert listed(editor, Page, translation=state) == [wanted.pk]


def test_the_list_is_filtered_by_what_needs_doing(editor, home, outdated):
    assert listed(editor, Page, needs="outdated") == [outdated.pk]


def test_a_row_without_english_makes_its_object_one_that_needs_it(editor, unit):
    assert listed(editor, AdviceUnit, needs="english") == [unit.pk]


def test_the_start_page_counts_what_is_outdated(admin_client, outdated):
    response = admin_client.get("/admin/")

    needs = {
        need["name"]: need["url"]
        for row in response.context["overview"]
        if row["url"] == address(Page, "changelist")
        for need in row["needs"]
    }
    assert needs == {"outdated": address(outdated, "change", outdated.pk)}
