"""What editors may write, and what they are told when they may not."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from content.advice.models import ClosedDay, PhoneNumber
from content.networks.models import MemberCity
from content.pages.models import Page
from content.publishing.prose.finding import Severity
from content.publishing.prose.findings import findings
from content.publishing.prose.phone_numbers import phone_numbers
from content.publishing.prose.sanitiser import ALLOWED, sanitise
from content.publishing.prose.shown import as_shown
from content.publishing.templatetags.rich_text import rich_text

ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src='x' onerror='alert(1)'//",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext></p><mglyph><style><img src=x onerror=alert(1)>",
    "<math href='javascript:alert(1)'>x</math>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<embed src='//evil.example/x.swf'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='java&#10;script:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href='\x01javascript:alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
    "<a href='blob:https://evil.example/1'>x</a>",
    "<a href='file:///etc/passwd'>x</a>",
    "<p onclick=alert(1)>x</p>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<p style='position:fixed;inset:0'>x</p>",
    "<p id=content class=x>x</p>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<link rel=stylesheet href='https://evil.example/x.css'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href='https://evil.example/'>",
    "<form action='https://evil.example'><input name=cpr><button>x</button></form>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<table background='javascript:alert(1)'><tr><td>x</td></tr></table>",
    "<td><details open ontoggle=alert(1)>",
    "<body onload=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<a href='https://x.example' target=_blank rel=opener>x</a>",
    '<a title="<table>" href="<table onmouseover=alert(1)>">x</a>',
    "<h2/onmouseover=alert(1)>x",
    "<p>\x00<scr\x00ipt>alert(1)</scr\x00ipt></p>",
    "</div></div><script>alert(1)</script>",
]
ATTRIBUTES = {"aria-label", "class", "colspan", "href", "lang", "rel", "role", "rowspan"}
ATTRIBUTES |= {"scope", "start", "tabindex", "type", "title", "data-type"}
SCHEMES = ("https:", "http:", "mailto:", "tel:")
FRAGMENTS = [
    "<p>",
    "</p>",
    "<table><tr><th>",
    "</table>",
    "<a href='",
    "'>",
    "<",
    '"',
    "&#x6a;",
]
markup = st.lists(st.sampled_from(ATTACKS + FRAGMENTS) | st.text(max_size=8), max_size=6)


@pytest.fixture
def english():
    with translation.override("en"):
        yield


def page_with(body):
    return Page(slug="strategi", title_da="Strategi", body_da=body)


def codes(html):
    return [finding.code for finding in findings(html)]


def assert_harmless(html):
    for element in lxml_html.fragment_fromstring(html, create_parent=True).iterdescendants():
        assert element.tag in ALLOWED["tags"] | {"div"}
        assert set(element.attrib) <= ATTRIBUTES
        address = element.get("href", "")
        scheme = address.partition(":")[0]
        assert address.startswith(SCHEMES) or not scheme.isalpha() or ":" not in address


# The sanitiser


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_dangerous_is_stored_or_shown(attack):
    assert_harmless(sanitise(attack))
    assert_harmless(as_shown(attack))


@given(markup)
def test_nothing_dangerous_comes_of_any_mixture(pieces):
    assert_harmless(as_shown("".join(pieces)))


@given(markup)
def test_sanitising_twice_is_sanitising_once(pieces):
    once = sanitise("".join(pieces))

    assert sanitise(once) == once


@given(markup)
def test_no_text_breaks_the_rules(pieces):
    assert isinstance(findings("".join(pieces)), list)


@pytest.mark.parametrize(
    "html",
    ["<p></p>", "<p> </p>", "<p>&nbsp;</p>", "<p><br></p>", "<p></p><p></p>", "<h2></h2>"],
)
def test_a_text_without_words_is_no_text(html):
    assert sanitise(html) == ""


def test_characters_that_cannot_be_seen_are_left_out():
    assert sanitise("<p>a\x08b\u202ec</p>") == "<p>abc</p>"


def test_what_code_saves_is_sanitised_too(page):
    page.body_da = "<p>Ny tekst.<script>alert(1)</script></p>"
    page.save()

    page.refresh_from_db()
    assert page.body_da == "<p>Ny tekst.</p>"


def test_what_an_update_writes_is_sanitised_too(page):
    Page.objects.filter(pk=page.pk).update(body_da="<p onclick=x>Ny tekst.</p>")

    page.refresh_from_db()
    assert page.body_da == "<p>Ny tekst.</p>"


# As visitors get it


def test_a_text_is_shown_as_it_was_written():
    html = '<h2>Mål</h2><p>Vi <em>lytter</em> <a href="/plan/">altid</a> &amp; nu.</p>'

    assert rich_text(html) == html


@pytest.mark.parametrize("empty", [None, ""])
def test_no_text_is_shown_as_nothing(empty):
    assert rich_text(empty) == ""


def test_links_to_others_do_not_say_where_the_visitor_was():
    assert rich_text('<p><a href="https://kk.dk" rel="opener">Kommunen</a></p>') == (
        '<p><a href="https://kk.dk" rel="noreferrer">Kommunen</a></p>'
    )


def test_a_table_scrolls_by_itself_and_its_headers_say_what_they_are_for(english):
    html = "<table><tr><th>Tid</th><th>Nu</th></tr><tr><th>2014</th><td>60</td></tr></table>"

    assert rich_text(html) == (
        '<div class="table-scroll" tabindex="0" role="region" aria-label="Table: Tid, Nu">'
        '<table><tbody><tr><th scope="col">Tid</th><th scope="col">Nu</th></tr>'
        '<tr><th scope="row">2014</th><td>60</td></tr></tbody></table></div>'
    )


# The rules


def test_good_prose_has_no_findings():
    html = (
        "<h2>Mål</h2><p>I 2014-2015 kom 60 og 100. Se <a href='/strategi/'>strategien</a>.</p>"
        "<h3>Tal</h3><table><tr><th>År</th></tr><tr><td>2014</td></tr></table><h2>Mere</h2>"
    )

    assert findings(html) == []


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Hej</p><script>alert(1)</script>", ["active-content"]),
        ("<p onclick='x()'>Hej</p>", ["active-content"]),
        ("<iframe src='https://x.example'></iframe><p>Hej</p>", ["active-content"]),
        ("<p><a href='javascript:x()'>Planen</a></p>", ["forbidden-scheme"]),
        ("<p><a href='JAVA\tSCRIPT:x()'>Planen</a></p>", ["forbidden-scheme"]),
        ("<p><a href='data:text/html,x'>Planen</a></p>", ["forbidden-scheme"]),
        ("<p>Ring på 33 17 29 29.</p>", ["phone-digits"]),
        ("<p>Ring på 33 <strong>17</strong> 29 29.</p>", ["phone-digits"]),
        ("<ul><li>Ring 33172929<ul><li>Altid</li></ul></li></ul>", ["phone-digits"]),
        ("<p><a href='tel:+4533172929'>Ring til os</a></p>", ["phone-digits"]),
        ("<p><a href='tel:112'>Ring 112</a></p>", []),
        ("<p>33 17</p><p>29 29</p>", []),
        ("<h3>Mål</h3>", ["skipped-heading-level"]),
        ("<h2>Mål</h2><h4>Tal</h4>", ["skipped-heading-level"]),
        ("<h2>Mål</h2><h3>Tal</h3><h4>Kilder</h4><h2>Mere</h2>", []),
        ("<h2></h2><p>Hej</p>", ["empty-heading"]),
        ("<p><a href='/x/'>Læs mere her »</a></p>", ["vague-link"]),
        ("<p><a href='/x/'>KLIK HER!</a></p>", ["vague-link"]),
        ("<p><a href='/x/'><em>her</em></a></p>", ["vague-link"]),
        ("<p><a href='/x/'>Read more</a></p>", ["vague-link"]),
        ("<p><a href='/x/'>Læs mere om strategien</a></p>", []),
        ("<p><a href='https://kk.dk/'>https://kk.dk/</a></p>", ["address-as-link"]),
        ("<p>Hej <a href='/x/'></a></p>", ["empty-link"]),
        ("<table><tr><td>2014</td></tr></table>", ["table-without-headers"]),
        ("<p><strong>Vores mål</strong></p><p>Hej</p>", ["bold-as-heading"]),
        ("<p><strong>Ring med det samme.</strong></p>", []),
        ("<p>a</p><p></p><p></p><p></p><p>b</p>", ["empty-paragraphs"]),
        ("<p>a</p><p></p><p></p><p>b</p>", []),
    ],
)
def test_each_rule_finds_what_it_is_for_and_nothing_else(html, expected):
    assert codes(html) == expected


@pytest.mark.parametrize(
    "number",
    [
        "33 17 29 29",
        "33172929",
        "3317 2929",
        "33-17-29-29",
        "33.17.29.29",
        "+45 33 17 29 29",
        "+4533172929",
        "(+45) 33 17 29 29",
        "0045 33172929",
        "+46 8 508 290 00",
    ],
)
def test_a_phone_number_is_found_however_it_is_written(number):
    assert phone_numbers(f"Ring på {number}, når du er i tvivl.") == [number]


@pytest.mark.parametrize(
    "figures",
    [
        "2014-2015",
        "20142015",
        "22.06.2016",
        "20160622",
        "2016-06-22",
        "CVR 64942212",
        "CVR-nr. 64 94 22 12",
        "33.172.929 kr.",
        "33 172 929",
        "60/22 og 100/18",
        "EAN 5798009800077",
        "112 eller 114",
        "§ 133, stk. 2",
    ],
)
def test_other_figures_are_not_taken_for_phone_numbers(figures):
    assert phone_numbers(f"Der står {figures} i teksten.") == []


# What the editor is told


def test_a_page_is_refused_for_every_error_at_once_at_the_field(db):
    page = page_with(
        "<h3>Mål</h3><p>Ring 33 17 29 29. <a href='https://x.example/'>Klik her</a></p>"
    )

    with pytest.raises(ValidationError) as refusal:
        page.full_clean()

    assert [error.code for error in refusal.value.error_dict["body_da"]] == [
        "phone-digits",
        "skipped-heading-level",
        "vague-link",
    ]


def test_the_message_names_what_and_where(english):
    [finding] = findings("<p>Er du i tvivl? Ring 33 17 29 29.</p>")

    assert (finding.message, finding.excerpt) == (
        "“33 17 29 29” is a phone number. Numbers are kept in one place, under advice, and "
        "shown from there; take it out of the text.",
        "Er du i tvivl? Ring 33 17 29 29.",
    )


def test_warnings_do_not_stop_a_page(db):
    page = page_with("<p><strong>Vores mål</strong></p>")

    page.full_clean()

    assert [f.severity for f in findings(page.body_da)] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("title_da", "Strategi\x08", "unseen-character"),
        ("title_da", "Strategi \u202eigetarts", "unseen-character"),
        ("title_da", "Strategi\x00", "unseen-character"),
        ("lead_da", "Ring 33 17 29 29.", "phone-digits"),
        ("lead_en", "Call 33 17 29 29.", "phone-digits"),
    ],
)
def test_a_plain_text_is_refused_at_its_field(db, field, text, code):
    page = page_with("<p>Hej</p>")
    setattr(page, field, text)

    with pytest.raises(ValidationError) as refusal:
        page.full_clean()

    assert [error.code for error in refusal.value.error_dict[field]] == [code]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (MemberCity(name_da="Malm\x08ø"), "name_da"),
        (ClosedDay(reason_da="Hellig\x08dag"), "reason_da"),
        (PhoneNumber(source_name="Byr\x08ådet"), "source_name"),
    ],
)
def test_an_object_s_own_rows_are_checked_as_well(row, field):
    with pytest.raises(ValidationError) as refusal:
        row.clean_fields()

    assert [error.code for error in refusal.value.error_dict[field]] == ["unseen-character"]


@pytest.mark.parametrize("field", ["update_note_da", "update_note_en"])
def test_an_update_note_is_no_place_for_a_phone_number(admin_client, page, field):
    address = f"/admin/pages/page/{page.pk}/change/"

    response = admin_client.post(address, {field: "Ring 33 17 29 29."})

    errors = response.context["adminform"].form.errors.as_data()[field]
    assert [error.code for error in errors] == ["phone-digits"]
