"""Links between the site's own pages lead to the object, wherever it moves."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from content.pages.models import Document, Initiative, Page, Recommendation
from content.publishing import door
from content.publishing.history import versions
from content.publishing.links.internal import leading_to
from content.publishing.models import Version
from content.publishing.prose.linked import with_addresses, with_references
from content.publishing.prose.rules.internal_links import internal_links
from content.publishing.prose.sanitiser import sanitise
from content.publishing.prose.validators import validate_links, validate_prose
from content.publishing.templatetags.rich_text import rich_text
from content.search.models import SearchEntry

from .editors import address, change, errors, filled_in
from .files import pdf


@pytest.fixture
def target(page):
    """/strategi/, as `page` of the fixtures."""
    return page


@pytest.fixture
def document(target, media):
    document = Document(
        page=target, title_da="Plan", title_en="The plan", file=ContentFile(pdf(), "x.pdf")
    )
    door.publish(document)
    return document


@pytest.fixture
def article(db):
    article = Page(slug="artikel", title_da="Artikel", title_en="Article")
    door.publish(article)
    return article


def link(href, text="Strategien"):
    return f'<p><a href="{href}">{text}</a></p>'


def write(article, html):
    article.body_da = html
    door.publish(article)
    return Page.objects.get(pk=article.pk)


def href_of(html):
    return lxml_html.fromstring(f"<div>{html}</div>").find(".//a").get("href")


def codes(html):
    return [(each.code, each.severity.value) for each in internal_links(html)]


# Stored


@pytest.mark.parametrize(
    "href",
    [
        "/strategi/",
        "/strategi",
        "strategi/",
        "/en/strategi/",
        "/strategi/?utm=1",
        "http://127.0.0.1:8000/strategi/",
        "https://127.0.0.1:8000/en/strategi/?a=b",
        "HTTP://127.0.0.1:8000/strategi/",
        "/%73trategi/",
        "\\strategi\\",
        "/stra\ntegi/",
    ],
)
def test_each_way_to_write_an_address_becomes_one_reference(target, settings, href):
    settings.SITE_URL = "http://127.0.0.1:8000"

    assert with_references(link(href)) == link(f"ref:pages.page:{target.pk}")


def test_the_place_on_the_page_is_kept(target):
    stored = with_references(link("/strategi/?x=1#anbefaling-3"))

    assert stored == link(f"ref:pages.page:{target.pk}#anbefaling-3")


def test_a_former_address_becomes_a_reference(target):
    target.slug = "ny-strategi"
    door.publish(target)

    assert with_references(link("/strategi/")) == link(f"ref:pages.page:{target.pk}")


def test_a_document_s_address_becomes_a_reference(document):
    stored = with_references(link(document.get_absolute_url()))

    assert stored == link(f"ref:pages.document:{document.pk}")


def test_a_network_s_address_becomes_a_reference(network):
    stored = with_references(link("/en/netvaerk/nordic-safe-cities/"))

    assert stored == link(f"ref:networks.network:{network.pk}")


def test_the_address_of_a_page_of_a_fixed_kind_becomes_a_reference(db):
    advice = Page(kind="advice", slug="raadgivning", title_da="Rådgivning")
    door.publish(advice)

    assert with_references(link("/raadgivning/")) == link(f"ref:pages.page:{advice.pk}")


def test_a_page_that_has_not_been_public_becomes_a_reference(db):
    new = Page(slug="ny", title_da="Ny")
    new.save()

    assert with_references(link("/ny/")) == link(f"ref:pages.page:{new.pk}")


@pytest.mark.parametrize(
    "href",
    ["https://www.kk.dk/strategi/", "//kk.dk/", "mailto:a@example.dk", "tel:112", "#nederst"],
)
def test_what_leads_elsewhere_is_stored_as_it_is(target, href):
    assert with_references(link(href)) == link(href)


def test_an_address_that_the_site_itself_answers_loses_the_origin_alone(db, settings):
    url = f"{settings.SITE_URL}/soeg/?q=plan"

    assert with_references(link(url)) == link("/soeg/?q=plan")


def test_two_slashes_lead_to_no_other_site(db, settings):
    stored = with_references(link(f"{settings.SITE_URL}//evil.example/"))

    assert stored == link("/evil.example/")


def test_a_save_stores_the_reference_and_so_does_its_version(article, target):
    stored = write(article, link("/strategi/"))

    reference = link(f"ref:pages.page:{target.pk}")
    version = versions.newest_public(article).data["fields"]["body_da"]
    assert (stored.body_da, version) == (reference, reference)


def test_an_update_stores_the_reference(article, target):
    Page.objects.filter(pk=article.pk).update(body_da=link("/strategi/"))

    assert Page.objects.get(pk=article.pk).body_da == link(f"ref:pages.page:{target.pk}")


def test_a_save_in_english_leaves_the_other_language_alone(article, target):
    article.body_da = link("/strategi/")
    with translation.override("en"):
        door.publish(article)

    assert Page.objects.get(pk=article.pk).body_en is None


@pytest.mark.parametrize(
    "href",
    [
        "ref:",
        "ref:x",
        "REF:pages.page:1",
        " ref:pages.page:1",
        "r\nef:pages.page:1",
        "ref:pages.page:01",
        "ref:pages.page:1?x",
        "ref:pages.page:1#<x>",
        "ref:pages.page:9999999999999999999",
        "ref://evil.example/",
    ],
)
def test_the_sanitiser_lets_through_no_other_form_of_a_reference(href):
    assert sanitise(link(href)) == "<p><a>Strategien</a></p>"


def test_a_reference_that_an_editor_types_is_refused(publisher, article, target):
    response = change(publisher, article, "_draft", body_da=link(f"ref:pages.page:{target.pk}"))

    assert list(errors(response)) == ["body_da"]


# Shown


def test_a_reference_is_shown_as_the_present_address(client, article, target):
    write(article, link("/strategi/#maal"))
    target.slug = "ny-strategi"
    door.publish(target)

    content = client.get("/artikel/").content.decode()

    assert '<a href="/ny-strategi/#maal">Strategien</a>' in content


def test_a_page_below_the_one_that_moves_is_found_too(article, target):
    below = Page(slug="bilag", title_da="Bilag", parent=target)
    door.publish(below)
    stored = write(article, link("/strategi/bilag/"))
    target.slug = "ny-strategi"
    door.publish(target)

    assert href_of(rich_text(stored.body_da)) == "/ny-strategi/bilag/"


def test_a_reference_is_shown_in_the_language_of_the_page(article, document):
    stored = write(article, link(document.get_absolute_url()))

    with translation.override("en"):
        shown = href_of(rich_text(stored.body_da))
    assert shown == f"/en/dokumenter/{document.key}/the-plan.pdf"


def test_what_is_withdrawn_leaves_the_words_without_a_link(client, article, target):
    stored = write(article, link("/strategi/"))
    assert rich_text(stored.body_da) == link("/strategi/")

    door.withdraw(target)

    assert rich_text(stored.body_da) == "<p>Strategien</p>"


def test_what_is_published_again_is_led_to_again(article, target):
    stored = write(article, link("/strategi/"))
    door.withdraw(target)
    door.publish(target)

    assert rich_text(stored.body_da) == link("/strategi/")


def test_what_is_deleted_leaves_the_words_without_a_link(article, target):
    stored = write(article, link("/strategi/"))
    door.delete(target)

    assert rich_text(stored.body_da) == "<p>Strategien</p>"


def test_a_document_is_no_longer_led_to_when_its_page_is_withdrawn(article, document, target):
    stored = write(article, link(document.get_absolute_url()))
    door.withdraw(target)

    assert rich_text(stored.body_da) == "<p>Strategien</p>"


@pytest.mark.parametrize("label", ["auth.user", "publishing.edition", "no.model"])
def test_a_reference_to_what_is_no_content_leads_nowhere(db, label):
    assert rich_text(link(f"ref:{label}:1")) == "<p>Strategien</p>"


def test_a_text_that_is_not_public_yet_leads_to_what_is(target):
    assert rich_text(link(f"ref:pages.page:{target.pk}")) == link("/strategi/")


def test_an_address_from_before_there_were_references_is_shown_as_it_is(db):
    assert rich_text(link("/strategi/")) == link("/strategi/")


def test_search_finds_the_words_and_not_the_reference(article, target):
    write(article, link("/strategi/"))

    texts = SearchEntry.objects.filter(object_id=article.pk).values_list("text", flat=True)
    assert list(texts) == ["Strategien", "Strategien"]


# Cost


def recommend(count):
    """A page with `count` recommendations, each with a link to a page of its own."""
    page = Page(kind="recommendations", slug="anbefalinger", title_da="Anbefalinger")
    door.publish(page)
    for number in range(1, count + 1):
        there = Page(slug=f"side-{number}", title_da=f"Side {number}")
        door.publish(there)
        door.publish(
            Recommendation(
                page=page,
                number=number,
                title_da=f"Nr. {number}",
                text_da=link(f"/side-{number}/", f"Side {number}"),
            )
        )


def queries(client, path):
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    return len(captured)


@pytest.mark.parametrize("count", [1, 5])
def test_links_cost_one_query_a_kind_once_an_edition(client, home, count):
    recommend(count)
    client.get("/")
    first = queries(client, "/anbefalinger/")
    again = queries(client, "/anbefalinger/")

    assert first - again == 1


def test_a_page_without_references_costs_no_query(client, home, page):
    door.publish(Page(slug="to", title_da="To", body_da=link("/strategi/")))
    client.get("/")
    with CaptureQueriesContext(connection) as captured:
        client.get("/strategi/")

    assert [each["sql"] for each in captured if "internallink" in each["sql"]] == []


# In the form


def test_an_editor_sees_the_address(publisher, article, target):
    write(article, link("/strategi/#maal"))

    shown = filled_in(publisher, address(article, "change", article.pk))["body_da"]

    assert shown == link("/strategi/#maal")


def test_an_untouched_form_stores_the_same_references(publisher, article, target):
    stored = write(article, link("/strategi/#maal"))

    change(publisher, article, "_draft", lead_da="Nyt")

    version = Version.objects.of(article).newest().data["fields"]
    assert version["body_da"] == stored.body_da


def test_a_draft_with_a_link_is_published_as_it_was_kept(publisher, article, target):
    change(publisher, article, "_draft", body_da=link("/en/strategi/"))
    change(publisher, article, "_publish", minor_change="on")

    stored = Page.objects.get(pk=article.pk).body_da
    assert stored == link(f"ref:pages.page:{target.pk}")


def test_an_editor_sees_where_a_page_that_is_not_public_will_be(db):
    new = Page(slug="ny", title_da="Ny")
    new.save()

    assert with_addresses(link(f"ref:pages.page:{new.pk}")) == link("/ny/")


def test_an_address_that_leads_nowhere_is_refused_at_its_field(publisher, article):
    response = change(publisher, article, "_draft", body_en=link("/findes-ikke/"))

    assert list(errors(response)) == ["body_en"]


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("/findes-ikke/", [("link-to-nowhere", "error")]),
        ("www.kk.dk", [("link-to-nowhere", "error")]),
        ("/admin/", [("link-to-nowhere", "error")]),
        (
            "/dokumenter/2b1c4e8e-0000-4000-8000-000000000000/x.pdf",
            [("link-to-nowhere", "error")],
        ),
        ("https:strategi", [("not-an-address", "error")]),
        ("//", [("not-an-address", "error")]),
        ("\\/", [("not-an-address", "error")]),
        ("\\/example.org", [("not-an-address", "error")]),
        ("https:\\\\example.org/", [("not-an-address", "error")]),
        ("/strategi/", []),
        ("/opdateringer/", []),
        ("/en/opdateringer/", []),
        ("/opdateringer/feed.atom", []),
        ("/soeg/?q=plan", []),
        ("/statistik.csv", []),
        ("/raadgivning/kontakt.vcf", []),
        ("https://www.kk.dk/", []),
        ("#maal", []),
    ],
)
def test_only_what_leads_nowhere_is_an_error(target, href, found):
    assert codes(link(href)) == found


def test_a_link_to_what_is_not_public_is_a_warning(target):
    door.withdraw(target)

    assert codes(link("/strategi/")) == [("link-to-unseen", "warning")]


def test_a_link_to_what_is_deleted_is_a_warning(db):
    assert codes(link("ref:pages.page:9")) == [("link-to-deleted", "warning")]


# Where used


@pytest.mark.parametrize("count", [1, 4])
def test_who_leads_to_an_object_is_known_at_the_same_cost(
    target, count, django_assert_num_queries
):
    for number in range(count):
        door.publish(
            Page(slug=f"a-{number}", title_da=f"A {number}", body_da=link("/strategi/"))
        )
    # The kinds of content are read once a process.
    leading_to([target])

    with django_assert_num_queries(2):
        found = [str(each) for each in leading_to([target])]

    assert found == [f"A {number}" for number in range(count)]


@pytest.mark.parametrize("count", [1, 4])
def test_the_statements_of_a_page_ask_once_where_their_texts_lead(
    target, count, client, django_assert_num_queries
):
    plan = Page(slug="plan", kind="action_plan", title_da="Plan")
    door.publish(plan)
    for number in range(count):
        other = Page(slug=f"b-{number}", title_da=f"B {number}")
        door.publish(other)
        text = link(f"/b-{number}/")
        door.publish(Initiative(page=plan, title_da=f"I {number}", text_da=text))
    client.get("/strategi/")

    # The edition, the page, what stands on it, and what its initiatives lead to.
    with django_assert_num_queries(7):
        shown = client.get("/plan/").content.decode()

    assert [f'href="/b-{number}/"' in shown for number in range(count)] == [True] * count


def test_a_page_asks_for_the_addresses_of_its_own_links_alone(
    client, target, django_assert_num_queries
):
    for number in range(3):
        text = link("/strategi/")
        door.publish(Page(slug=f"b-{number}", title_da=f"B {number}", body_da=text))
    client.get("/b-0/")

    # As often as a page without links: another has asked for this address.
    with django_assert_num_queries(4):
        client.get("/b-1/")


def test_a_draft_leads_to_nothing_yet(publisher, article, target):
    change(publisher, article, "_draft", body_da=link("/strategi/"))

    assert leading_to([target]) == []


def test_a_text_without_the_link_leads_there_no_more(article, target):
    write(article, link("/strategi/"))
    write(article, "<p>Intet.</p>")

    assert leading_to([target]) == []


def test_who_is_withdrawn_leads_to_nothing(article, target):
    write(article, link("/strategi/"))
    door.withdraw(article)

    assert leading_to([target]) == []


@pytest.mark.parametrize("view", ["withdraw", "delete"])
def test_the_confirmation_says_who_leads_there(publisher, article, target, view):
    write(article, link("/strategi/"))

    response = publisher.get(address(target, view, target.pk))

    there = address(article, "change", article.pk)
    assert f'<a href="{there}">Artikel</a>' in response.content.decode()


def test_the_confirmation_says_nothing_when_nobody_does(publisher, target):
    response = publisher.get(address(target, "withdraw", target.pk))

    assert "linked-from" not in response.content.decode()


# An older site


def test_an_older_site_is_gone_through_once(article, target):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE pages_page SET body_da = %s", [link("/strategi/")])
    for _each in range(2):
        call_command("store_references", verbosity=0)

    assert Page.objects.get(pk=article.pk).body_da == link(f"ref:pages.page:{target.pk}")
    assert [str(each) for each in leading_to([target])] == ["Artikel", "Strategi"]


# Any address


SCHEMES = ["", "https:", "http:", "javascript:", "ref:", "mailto:", "//", "/", "\\", "data:"]
REST = ["strategi", "/", "en/", "#x", "?q", "evil.example", "pages.page:1", "127.0.0.1", "%00"]
hrefs = st.builds(
    lambda scheme, rest: scheme + "".join(rest),
    st.sampled_from(SCHEMES),
    st.lists(st.sampled_from(REST) | st.text(max_size=3), max_size=5),
)


@hypothesis_settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
    max_examples=60,
)
@given(hrefs)
def test_no_address_that_passes_is_shown_dangerous_or_broken(client, target, href):
    html = f"<p>{lxml_html.tostring(anchor(href), encoding='unicode')}</p>"
    try:
        validate_prose(html)
        validate_links(html)
    except ValidationError:
        return
    for shown in addresses_in(rich_text(with_references(sanitise(html)))):
        assert shown.startswith(("https://", "http://", "mailto:", "//", "#", "?", "/")) or (
            shown == ""
        )
        if shown.startswith("/") and not shown.startswith("//"):
            assert client.get(shown).status_code == 200


def anchor(href):
    element = lxml_html.Element("a")
    element.text = "Strategien"
    element.set("href", "".join(each for each in href if each.isprintable()))
    return element


def addresses_in(html):
    return [
        each.get("href")
        for each in lxml_html.fromstring(f"<div>{html}</div>").iter("a")
        if each.get("href") is not None
    ]
