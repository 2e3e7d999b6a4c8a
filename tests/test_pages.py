from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.db.models import ProtectedError
from django.utils import timezone

from content.pages.models import Document, Initiative, Page, Recommendation
from content.publishing import door
from content.publishing.models import Publishable
from tests.files import pdf
from tests.reading import read, text, texts

pytestmark = pytest.mark.usefixtures("media")


def published(instance):
    door.publish(instance)
    return instance


def document_of(page):
    return Document(page=page, title_da="Strategi 2016", file=ContentFile(pdf(), "upload.pdf"))


@pytest.fixture
def recommendations(home):
    return published(
        Page(kind="recommendations", slug="anbefalinger", title_da="Anbefalinger", title_en="R")
    )


@pytest.fixture
def plan(home):
    return published(
        Page(kind="action_plan", slug="handleplaner", title_da="Handleplaner", title_en="P")
    )


@pytest.fixture
def recommendation(recommendations):
    return published(
        Recommendation(
            page=recommendations,
            number=3,
            title_da="Mere indsats på skoler",
            title_en="More work in schools",
            text_da="<p>Gør mere.</p>",
            level="preventive",
            source_name="Rapporten",
            source_date=date(2015, 8, 17),
        )
    )


@pytest.fixture
def initiative(plan, recommendation):
    initiative = published(Initiative(page=plan, title_da="Forum", title_en="Forum"))
    initiative.follows.set([recommendation])
    return initiative


def test_a_page_shows_its_title_lead_and_text(client, page):
    page.lead_da = "Kort sagt."
    door.publish(page)

    document = read(client, "/strategi/")

    assert texts(document, "//h1 | //p[@class='lead'] | //div[@class='prose']") == [
        "Strategi",
        "Kort sagt.",
        "Dansk tekst.",
    ]


@pytest.mark.parametrize("state", [Publishable.State.UNPUBLISHED, Publishable.State.WITHDRAWN])
def test_what_is_not_published_is_not_found(client, page, state):
    Page.objects.filter(pk=page.pk).update(state=state)

    assert client.get("/strategi/").status_code == 404


def test_text_that_was_never_sanitised_is_harmless(client, page):
    Page.objects.filter(pk=page.pk).update(
        body_da="<p onclick=x>Hej<script>alert(1)</script></p>", title_da="<b>T</b>"
    )

    document = read(client, "/strategi/")

    assert document.xpath("//main//script | //main//@onclick | //main//b") == []
    assert texts(document, "//h1") == ["<b>T</b>"]


def test_the_title_names_the_page_and_the_site(client, page, site_settings):
    assert texts(read(client, "/en/strategi/"), "//title") == [
        "Strategy – Preventing radicalisation"
    ]


def test_a_neutral_title_is_all_that_the_tab_shows(client, page, site_settings):
    page.neutral_title_da = "Rådgivning – Københavns Kommune"
    door.publish(page)

    document = read(client, "/strategi/")

    assert texts(document, "//title") == ["Rådgivning – Københavns Kommune"]
    assert texts(document, "//h1") == ["Strategi"]


def test_search_engines_get_the_lead(client, page):
    page.lead_da = 'Om "forebyggelse" & råd.'
    door.publish(page)

    (description,) = read(client, "/strategi/").xpath("//meta[@name='description']/@content")

    assert description == 'Om "forebyggelse" & råd.'


def test_a_page_says_when_it_was_updated_and_when_somebody_looks_again(client, page):
    Page.objects.filter(pk=page.pk).update(
        last_updated_at=timezone.make_aware(timezone.datetime(2026, 3, 1, 0, 30)),
        next_review=date(2027, 3, 1),
    )

    times = read(client, "/strategi/").xpath("//*[@data-element='dates']//time")

    assert [(time.get("datetime"), text(time)) for time in times] == [
        ("2026-03-01", "1. marts 2026"),
        ("2027-03-01", "1. marts 2027"),
    ]


def test_a_page_without_a_review_date_says_nothing_of_one(client, page):
    assert len(read(client, "/strategi/").xpath("//*[@data-element='dates']//time")) == 1


POLICY = "//*[@data-element='policy-status']"


def test_historical_policy_says_so(client, page):
    page.policy = Page.Policy.HISTORICAL
    door.publish(page)

    (banner,) = read(client, "/en/strategi/").xpath(POLICY)

    assert text(banner).startswith("Historical document.")


def test_replaced_policy_leads_to_what_replaces_it(client, page, plan):
    page.policy, page.replaced_by = Page.Policy.REPLACED, plan
    door.publish(page)

    assert read(client, "/strategi/").xpath(f"{POLICY}//a/@href") == ["/handleplaner/"]


def test_replaced_policy_never_leads_to_what_is_withdrawn(client, page, plan):
    page.policy, page.replaced_by = Page.Policy.REPLACED, plan
    door.publish(page)
    door.withdraw(plan)

    (banner,) = read(client, "/strategi/").xpath(POLICY)

    assert banner.xpath(".//a") == []
    assert text(banner).endswith("Handleplaner")


@pytest.mark.parametrize("policy", ["", Page.Policy.IN_FORCE])
def test_policy_in_force_has_no_banner(client, page, policy):
    page.policy = policy
    door.publish(page)

    assert read(client, "/strategi/").xpath(POLICY) == []


def test_a_document_tells_what_a_reader_must_know_before_fetching_it(
    client, page, site_settings
):
    site_settings.other_formats_en = "Call us."
    door.publish(site_settings)
    document = published(document_of(page))
    Document.objects.update(size=2_411_000)

    (item,) = read(client, "/en/strategi/").xpath("//*[@data-element='documents']//li")

    (link,) = item.xpath(".//a")
    assert text(link) == "Strategi 2016 (PDF, 2.3 MB)"
    assert link.get("hreflang") == "da"
    assert link.get("href") == f"/en/dokumenter/{document.key}/strategi-2016.pdf"
    assert texts(item, ".//p") == [
        "2 pages · Danish · can't be read by a screen reader",
        "Call us.",
    ]


def test_a_document_that_everybody_can_read_says_nothing_of_other_formats(
    client, page, site_settings
):
    site_settings.other_formats_da = "Ring til os."
    door.publish(site_settings)
    published(document_of(page))
    Document.objects.update(readability=Document.Readability.READABLE)

    facts = texts(read(client, "/strategi/"), "//*[@data-element='documents']//li//p")

    assert len(facts) == 1


def test_a_page_offers_published_documents_only(client, page):
    document_of(page).save()

    assert read(client, "/strategi/").xpath("//*[@data-element='documents']") == []


def test_a_recommendation_shows_its_number_level_text_and_source(client, recommendation):
    (item,) = read(client, "/en/anbefalinger/").xpath(f"//li[@id='{recommendation.anchor}']")

    assert texts(item, "./*") == [
        "3. More work in schools",
        "Preventive",
        "Gør mere.",
        "Source: Rapporten, 17 August 2015",
    ]


def test_a_recommendation_without_number_level_or_source_shows_none(client, recommendations):
    bare = published(Recommendation(page=recommendations, title_da="Bare en titel"))

    (item,) = read(client, "/anbefalinger/").xpath(f"//li[@id='{bare.anchor}']")

    assert texts(item, "./*") == ["Bare en titel"]


def test_the_levels_are_explained_once_from_the_top_of_the_triangle(client, recommendation):
    document = read(client, "/en/anbefalinger/")

    assert texts(document, "//dl/dt") == ["Intervening", "Anticipatory", "Preventive"]
    assert document.xpath("//svg/@aria-hidden") == ["true", "true"]


def test_a_recommendation_and_the_initiative_that_follows_it_lead_to_each_other(
    client, recommendation, initiative
):
    there = read(client, "/anbefalinger/").xpath(
        f"//li[@id='{recommendation.anchor}']//a/@href"
    )
    back = read(client, "/handleplaner/").xpath(f"//li[@id='{initiative.anchor}']//a/@href")

    assert there == [f"/handleplaner/#{initiative.anchor}"]
    assert back == [f"/anbefalinger/#{recommendation.anchor}"]


def test_no_link_leads_to_an_initiative_that_is_withdrawn(client, recommendation, initiative):
    door.withdraw(initiative)

    assert read(client, "/anbefalinger/").xpath("//main//li//a") == []


def test_no_link_leads_to_a_plan_that_is_withdrawn(client, recommendation, initiative, plan):
    door.withdraw(plan)

    assert read(client, "/anbefalinger/").xpath("//main//li//a") == []


def test_no_link_leads_back_to_recommendations_that_are_withdrawn(
    client, recommendations, initiative
):
    door.withdraw(recommendations)

    assert read(client, "/handleplaner/").xpath("//main//li//a") == []


def test_a_recommendations_page_without_any_says_so(client, recommendations):
    document = read(client, "/en/anbefalinger/")

    assert texts(document, "//section[@aria-labelledby='recommendations']/p") == [
        "No recommendations have been published yet."
    ]


def test_a_page_leads_to_the_published_pages_below_it(client, plan):
    for slug, position in [("vink", 2), ("faelles", 1)]:
        published(Page(slug=slug, parent=plan, title_da=slug, position=position))
    Page(slug="kladde", parent=plan, title_da="Kladde").save()

    assert read(client, "/handleplaner/").xpath(
        "//section[@aria-labelledby='pages-below']//a/@href"
    ) == ["/handleplaner/faelles/", "/handleplaner/vink/"]


def test_the_front_page_presents_the_pages_of_the_main_menu(client, home, page):
    page.menu, page.lead_da = Page.Menu.MAIN, "Kort sagt."
    door.publish(page)

    assert texts(read(client, "/"), "//section[@aria-labelledby='main-pages']//li") == [
        "Strategi Kort sagt."
    ]


@pytest.mark.parametrize("title", ["x" * 120, "منع التطرف في كوبنهاغن"])
def test_a_title_finds_its_own_direction(client, page, title):
    page.title_da = title
    door.publish(page)

    (heading,) = read(client, "/strategi/").xpath("//h1")

    assert (heading.get("dir"), text(heading)) == ("auto", title)


@pytest.mark.parametrize("rows", [1, 4])
def test_recommendations_cost_the_same_however_many(
    client, recommendations, plan, django_assert_num_queries, rows
):
    for number in range(rows):
        recommendation = published(
            Recommendation(page=recommendations, title_da=f"A{number}", number=number + 1)
        )
        initiative = published(Initiative(page=plan, title_da=f"I{number}"))
        initiative.follows.set([recommendation])
    client.get("/anbefalinger/")

    # edition; page with those above and below; recommendations; initiatives with their
    # pages; documents; updates
    with django_assert_num_queries(6):
        client.get("/anbefalinger/")


@pytest.mark.parametrize("rows", [1, 4])
def test_an_action_plan_costs_the_same_however_much_it_holds(
    client, recommendations, plan, django_assert_num_queries, rows
):
    vink = published(Page(slug="vink", kind="action_plan", parent=plan, title_da="VINK"))
    for number in range(rows):
        recommendation = published(Recommendation(page=recommendations, title_da=f"A{number}"))
        initiative = published(Initiative(page=vink, title_da=f"I{number}"))
        initiative.follows.set([recommendation])
        published(document_of(vink))
        published(Page(slug=f"b{number}", parent=vink, title_da=f"B{number}"))
    client.get("/handleplaner/vink/")

    # as above
    with django_assert_num_queries(6):
        client.get("/handleplaner/vink/")


def test_a_page_with_pages_below_it_is_not_deleted_with_them(page):
    below = Page(parent=page, slug="vink", title_da="VINK")
    door.publish(below)

    with pytest.raises(ProtectedError):
        door.delete(page)

    assert set(Page.objects.all()) == {page, below}
