"""The list of what needs looking after: what is in it, in which order, for whom."""

from datetime import timedelta
from urllib.parse import urldefrag

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from content.advice.models import AdviceUnit, HelpLine
from content.pages.models import Document, Initiative, Page
from content.publishing import door, drafts, plans
from content.publishing.attention.registry import SOURCES
from content.publishing.history.snapshot import snapshot
from content.publishing.models import ExternalLink, TextLix, YearlyTask

from .editors import address, signed_in
from .files import pdf, tagged

LIST = reverse("admin:attention")
EASY = "Du kan ringe til os. " * 20
HARD = "Forebyggelsesstrategiens tværsektorielle implementeringsmodeller konsolideres. " * 20


def rows(client, **query):
    return list(client.get(LIST, query).context["page_obj"])


def found(client, kind):
    """What is in the list of one kind: (object, risk, place in the form)."""
    return [
        (row.target, row.risk.value, urldefrag(row.url).fragment)
        for row in rows(client, slags=kind)
    ]


def days_ago(number):
    return timezone.localdate() - timedelta(days=number)


def document(page, **values):
    found = {"lacks_tags": False, "lacks_title": False, "lacks_language": False}
    stored = Document.objects.create(
        page=page,
        title_da="Strategien",
        title_en="The strategy",
        file=ContentFile(pdf(tagged), "strategi.pdf"),
        **values,
    )
    Document.objects.filter(pk=stored.pk).update(**found)
    return stored


def test_a_pdf_without_a_title_is_in_the_list(admin_client, page):
    stored = document(page, readability="readable")
    Document.objects.update(lacks_title=True)

    assert found(admin_client, "document") == [(stored, 3, "id_file")]


@pytest.fixture
def advice_page(db):
    page = Page(
        kind="advice",
        slug="raadgivning",
        title_da="Rådgivning",
        title_en="Advice",
        body_da="<p>Ring.</p>",
        body_en="<p>Call.</p>",
    )
    door.publish(page)
    return page


@pytest.fixture
def one_of_each(page, advice_unit, help_line, admin_user):
    """Something of every kind that the list knows."""
    make(0, page, admin_user)


def make(number, page, user):
    drafted = Page(slug=f"kladde-{number}", title_da="Kladde", title_en="Draft")
    drafted.next_review = days_ago(3)
    drafted.body_da = f"<p>{HARD}</p>"
    door.publish(drafted)
    drafts.keep(drafted, snapshot(drafted), author=user)
    Page(slug=f"ny-{number}", title_da="Ny").save()
    document(page)
    YearlyTask.objects.create(name_da=f"Opgave {number}")
    unit = AdviceUnit(name_da=f"Enhed {number}")
    unit.save()
    unit.phone_numbers.create(number="+4533172929")
    HelpLine(name_da="Linje", situation_da="Nu", number="112").save()
    make_outdated(number)
    plans.make(timezone.now() + timedelta(days=1), [plans.Entry(drafted)], author=user)
    link = ExternalLink.objects.create(
        url=f"https://example.org/{number}", status="broken", checked_at=timezone.now()
    )
    link.uses.create(source=drafted, field="body_da")


def make_outdated(number):
    translated = Page(slug=f"engelsk-{number}", title_da="Gammel", title_en="Old")
    door.publish(translated)
    translated.title_da = "Ny"
    door.publish(translated)


def test_a_draft_is_in_the_list_until_it_is_published(admin_client, page, admin_user):
    drafts.keep(page, snapshot(page), author=admin_user)
    assert found(admin_client, "draft") == [(page, 3, "")]

    drafts.discard(page)
    assert found(admin_client, "draft") == []


def test_what_has_never_been_public_is_in_the_list(admin_client, page):
    new = Page(slug="ny", title_da="Ny", title_en="New")
    new.save()

    assert found(admin_client, "unpublished") == [(new, 3, "")]


def test_what_has_never_been_public_stands_there_since_it_was_first_saved(admin_client, db):
    new = Page(slug="ny", title_da="Ny")
    new.save()
    for days in [9, 2]:
        version = drafts.keep(new, snapshot(new))
        type(version).objects.filter(pk=version.pk).update(
            saved_at=timezone.now() - timedelta(days=days)
        )

    assert [row.since for row in rows(admin_client, slags="unpublished")] == [days_ago(9)]


@pytest.mark.parametrize(
    ("days", "expected"), [(1, [2]), (0, [3]), (-30, [3]), (-31, []), (None, [])]
)
def test_a_review_is_in_the_list_when_it_is_near_or_passed(admin_client, page, days, expected):
    page.next_review = None if days is None else days_ago(days)
    page.save()

    assert found(admin_client, "review") == [(page, risk, "reviewed") for risk in expected]


@pytest.mark.parametrize(("days", "is_in_it"), [(None, True), (31, True), (30, False)])
def test_a_number_is_in_the_list_when_nobody_has_called_it_for_a_month(
    admin_client, advice_unit, help_line, days, is_in_it
):
    date = None if days is None else days_ago(days)
    advice_unit.phone_numbers.create(number="+4541749090", verified_on=date, position=20)
    advice_unit.phone_numbers.filter(number="+4533172929").update(verified_on=days_ago(0))
    HelpLine.objects.update(verified_on=date)

    both = [
        (help_line, 1, "id_verified_on"),
        (advice_unit, 1, "id_phone_numbers-1-verified_on"),
    ]
    expected = both if is_in_it else []
    assert sorted(found(admin_client, "number"), key=repr) == sorted(expected, key=repr)


def test_english_that_is_missing_is_named_and_the_first_field_is_linked(admin_client, page):
    page.lead_da = "Indledning"
    page.body_en = ""
    page.save()

    [row] = rows(admin_client, slags="english")
    assert urldefrag(row.url).fragment == "id_lead_en"
    with translation.override("da"):
        names = [str(Page._meta.get_field(name).verbose_name) for name in ["lead", "body"]]
    assert row.what.endswith(f"{', '.join(names)}.")


@pytest.mark.parametrize(
    ("readability", "expected"),
    [
        ("unreadable", [(2, "id_file")]),
        ("unknown", [(3, "id_readability")]),
        ("readable", []),
    ],
)
def test_a_document_is_in_the_list_until_everybody_can_read_it(
    admin_client, page, readability, expected
):
    file = document(page, readability=readability)

    assert found(admin_client, "document") == [(file, *each) for each in expected]


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_document_whose_page_says_nothing_in_its_language_is_in_the_list(
    admin_client, page, language
):
    setattr(page, f"body_{language}", "")
    page.save()
    file = document(page, readability="readable", language=language)

    assert found(admin_client, "document") == [(file, 2, "id_page")]


def test_a_page_may_say_it_in_rows(admin_client, page):
    Page.objects.update(body_da="", kind="action_plan")
    document(page, readability="readable")
    Initiative.objects.create(page=page, title_da="Indsats", title_en="Initiative")

    assert found(admin_client, "document") == []


def test_a_hard_text_is_in_the_list_with_its_hardest_sentence(admin_client, page):
    page.body_da = f"<p>{EASY[:40]}</p><p>{HARD}</p>"
    door.publish(page)

    assert found(admin_client, "lix") == [(page, 3, "text-of-body_da")]
    assert HARD.strip().split(". ")[0] in rows(admin_client, slags="lix")[0].what


@pytest.mark.parametrize("text", [EASY, "Tværsektorielle implementeringsmodeller."])
def test_an_easy_text_and_a_few_words_are_not_in_the_list(admin_client, page, text):
    page.body_da = f"<p>{text}</p>"
    door.publish(page)

    assert found(admin_client, "lix") == []


def test_a_text_for_those_in_need_is_to_be_easier(admin_client, page, advice_page):
    middling = "Rådgiverne i kommunen lytter til dig og svarer på vanskelige spørgsmål. " * 20
    for each in [page, advice_page]:
        each.body_da = f"<p>{middling}</p>"
        door.publish(each)
    assert 45 < TextLix.objects.first().lix < 55

    assert found(admin_client, "lix") == [(advice_page, 2, "text-of-body_da")]


def test_a_text_is_measured_again_when_it_is_published(admin_client, page):
    page.body_da = f"<p>{HARD}</p>"
    door.publish(page)
    page.body_da = f"<p>{EASY}</p>"
    door.publish(page)

    assert found(admin_client, "lix") == []


def test_what_is_withdrawn_needs_nothing(admin_client, page):
    page.body_da, page.title_en, page.next_review = f"<p>{HARD}</p>", "", days_ago(9)
    door.publish(page)
    door.withdraw(page)

    assert rows(admin_client) == []


def test_the_advice_page_comes_first_and_then_what_has_waited_longest(
    admin_client, page, advice_page
):
    page.next_review = days_ago(50)
    page.save()
    other = Page(slug="anden", title_da="Anden", title_en="Other", next_review=days_ago(60))
    door.publish(other)
    advice_page.next_review = days_ago(2)
    advice_page.save()

    assert found(admin_client, "review") == [
        (advice_page, 1, "reviewed"),
        (other, 2, "reviewed"),
        (page, 2, "reviewed"),
    ]


def test_what_is_most_urgent_comes_first_whatever_its_kind(
    admin_client, one_of_each, advice_page
):
    found = [row.order for row in rows(admin_client)]

    assert found == sorted(found)


def test_each_kind_can_be_seen_by_itself(admin_client, one_of_each):
    everything, *kinds = admin_client.get(LIST).context["kinds"]

    assert len(kinds) == len(SOURCES)
    assert everything["count"] == sum(kind["count"] for kind in kinds)
    for kind in kinds:
        chosen = admin_client.get(LIST + kind["url"]).context
        assert len(chosen["page_obj"]) == kind["count"]
        assert [each["label"] for each in chosen["kinds"] if each["is_chosen"]] == [
            kind["label"]
        ]


def test_each_row_leads_to_a_place_that_is_there(admin_client, one_of_each):
    for row in rows(admin_client):
        url, fragment = urldefrag(row.url)
        response = admin_client.get(url)

        assert response.status_code == 200
        assert not fragment or f'id="{fragment}"' in response.content.decode()


def test_the_list_costs_the_same_however_much_is_in_it(
    admin_client, one_of_each, page, admin_user
):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            admin_client.get(LIST)
        return len(queries)

    admin_client.get(LIST)
    before, few = cost(), len(rows(admin_client))
    for number in range(1, 4):
        make(number, page, admin_user)

    assert len(rows(admin_client)) > few
    assert cost() == before


def test_a_long_list_is_shown_in_pages(admin_client, db):
    for number in range(51):
        Page(slug=f"side-{number}", title_da="Side", title_en="Page").save()

    assert len(rows(admin_client)) == 50
    assert len(rows(admin_client, side=2)) == 1
    assert len(rows(admin_client, side="x")) == 50


def test_a_kind_that_nobody_knows_is_empty(admin_client, one_of_each):
    assert rows(admin_client, slags="<script>") == []


@pytest.mark.parametrize("role", ["redaktør", "udgiver", "administrator"])
def test_every_role_sees_every_kind(role, one_of_each):
    assert len(signed_in(role).get(LIST).context["kinds"]) == 1 + len(SOURCES)


def test_an_editor_sees_only_what_they_may_view(one_of_each, page):
    user = User.objects.create_user("gæst", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_helpline"))
    client = Client()
    client.force_login(user)

    assert {type(row.target) for row in rows(client)} == {HelpLine}


def test_who_is_no_editor_is_asked_to_sign_in(client, db):
    assert client.get(LIST).status_code == 302


@pytest.mark.parametrize(
    "page_name", ["admin:index", "admin:attention", "admin:pages_page_add"]
)
def test_every_page_of_the_admin_leads_to_the_list(admin_client, page_name):
    assert f'href="{LIST}"' in admin_client.get(reverse(page_name)).content.decode()


def test_the_start_page_says_the_same_as_the_list(admin_client, one_of_each):
    overview = admin_client.get(reverse("admin:index")).context["overview"]
    needs = {
        (row["url"], need["name"]): need["count"] for row in overview for need in row["needs"]
    }
    listed = {
        (address(model, "changelist"), kind): len(
            {
                row.target.pk
                for row in rows(admin_client, slags=kind)
                if type(row.target) is model
            }
        )
        for model, kind in [
            (AdviceUnit, "number"),
            (HelpLine, "number"),
            (Page, "review"),
            (Page, "english"),
            (Page, "unpublished"),
            (AdviceUnit, "unpublished"),
        ]
    }
    assert listed == {key: needs[key] for key in listed}


def test_what_was_published_before_texts_were_measured_can_be_measured(admin_client, page):
    withdrawn = Page(slug="gammel", title_da="Gammel", title_en="Old", body_da=f"<p>{HARD}</p>")
    door.publish(withdrawn)
    door.withdraw(withdrawn)
    page.body_da = f"<p>{HARD}</p>"
    door.publish(page)
    TextLix.objects.all().delete()

    call_command("measure_texts")

    assert found(admin_client, "lix") == [(page, 3, "text-of-body_da")]
