"""Whether other sites still answer: asked politely, and believed slowly."""

import ipaddress
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import call_command

from content.advice.models import AdviceUnit
from content.pages.models import Page
from content.publishing import door, links
from content.publishing.links.checking.answer import Answer, waiting_time
from content.publishing.links.checking.asking import PAUSE, Asker
from content.publishing.links.checking.connection import is_public
from content.publishing.links.checking.judging import judged
from content.publishing.links.checking.rounds import go_round
from content.publishing.models import ExternalLink, ExternalLinkUse
from content.publishing.models.external_link import Reason

from .editors import address, signed_in

Status = ExternalLink.Status
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
DAY = timedelta(days=1)


class Site:
    """Another site, on this machine: what it answers at each path, and what it was asked."""

    def __init__(self, server):
        self.server = server
        self.answers = {}
        self.asked = []
        self.headers = []

    def url(self, path="/"):
        return f"http://127.0.0.1:{self.server.server_port}{path}"

    def asked_for(self, path):
        return [method for method, each in self.asked if each == path]


class Handler(BaseHTTPRequestHandler):
    site = None

    def do_HEAD(self):
        site = self.site
        site.asked.append((self.command, self.path))
        site.headers.append(self.headers)
        answers = site.answers.get(self.path, {})
        status, headers = answers.get(self.command, answers.get("*", (200, {})))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, *args):
        """Nothing of this is for the tests' own report."""


@pytest.fixture
def site():
    handler = type("SiteHandler", (Handler,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        handler.site = Site(server)
        thread = threading.Thread(target=server.serve_forever, args=[0.01])
        thread.start()
        yield handler.site
        server.shutdown()
        thread.join()


@pytest.fixture
def waits():
    return []


@pytest.fixture
def asker(waits):
    """May ask this machine, and only writes down how long it would wait."""
    return Asker(may_ask=lambda ip: True, wait=waits.append, clock=lambda: 0)


def answers(site, path, status, method="*", **headers):
    site.answers.setdefault(path, {})[method] = (
        status,
        {name.replace("_", "-"): value for name, value in headers.items()},
    )


def link_to(*urls):
    return [ExternalLink.objects.create(url=url) for url in urls]


# Which there are


def paragraph(url):
    return f'<p><a href="{url}">Siden hos kommunen</a></p>'


def uses():
    return list(ExternalLinkUse.objects.values_list("link__url", "field"))


def test_a_publication_keeps_what_its_texts_lead_to_in_both_languages(page):
    page.body_da = paragraph("https://kk.dk/a#b") + paragraph("https://kk.dk/a")
    page.body_en = paragraph("https://kk.dk/en")
    door.publish(page)

    assert uses() == [("https://kk.dk/a", "body_da"), ("https://kk.dk/en", "body_en")]


def test_addresses_in_fields_and_in_rows_are_kept(advice_unit, network):
    number = advice_unit.phone_numbers.get()
    number.source_url = "https://kk.dk/nummer"
    number.save()
    door.publish(AdviceUnit.objects.get())
    network.website = "https://net.example/"
    door.publish(network)

    assert uses() == [
        ("https://kk.dk/nummer", "phone_numbers.source_url"),
        ("https://net.example/", "website"),
    ]


def test_links_within_the_site_are_no_external_ones(page, settings):
    page.body_da = paragraph("/strategi/") + paragraph(f"{settings.SITE_URL}/opdateringer/")
    door.publish(page)

    assert uses() == []


def test_an_address_on_two_pages_is_one_link(page):
    page.body_da = paragraph("https://kk.dk/")
    door.publish(page)
    door.publish(Page(slug="to", title_da="To", body_da=paragraph("https://kk.dk/")))

    assert [each.url for each in ExternalLink.objects.all()] == ["https://kk.dk/"]


def test_an_address_that_nobody_leads_to_any_more_is_let_go(page):
    page.body_da = paragraph("https://kk.dk/")
    door.publish(page)
    door.withdraw(page)

    assert list(ExternalLink.objects.all()) == []


def test_what_is_known_of_a_link_stays_when_its_page_is_published_again(page):
    page.body_da = paragraph("https://kk.dk/")
    door.publish(page)
    ExternalLink.objects.update(status=Status.BROKEN)
    door.publish(page)

    assert ExternalLink.objects.get().status == Status.BROKEN


# Asked


def test_the_head_is_asked_for_by_name(site, asker, settings):
    settings.SITE_URL = "https://radikalisering.example"

    answer = asker.ask(site.url("/side?a=b#c"))

    assert (answer.status, site.asked) == (200, [("HEAD", "/side?a=b")])
    assert site.headers[0]["User-Agent"] == (
        "kbh-radikalisering link check (+https://radikalisering.example/)"
    )


@pytest.mark.parametrize("status", [403, 405, 501])
def test_who_refuses_the_head_is_asked_for_the_page(site, asker, status):
    answers(site, "/", status, "HEAD")
    answers(site, "/", 200, "GET")

    assert asker.ask(site.url()).status == 200
    assert site.asked_for("/") == ["HEAD", "GET"]


def test_who_says_that_it_is_gone_is_asked_once(site, asker):
    answers(site, "/", 404)

    assert asker.ask(site.url()).status == 404
    assert site.asked_for("/") == ["HEAD"]


def test_a_body_is_not_read(site, asker):
    """It promises more than a machine can hold, and sends none of it."""
    answers(site, "/", 405, "HEAD")
    answers(site, "/", 200, "GET", Content_Length=str(10**15))

    assert asker.ask(site.url()).status == 200


def test_redirects_are_followed_and_a_lasting_one_is_kept(site, asker):
    answers(site, "/gammel", 301, Location="/ny")
    answers(site, "/ny", 302, Location="/i-dag")

    answer = asker.ask(site.url("/gammel"))

    assert (answer.status, answer.moved_to) == (200, site.url("/ny"))


def test_five_redirects_are_enough(site, asker):
    for number in range(7):
        answers(site, f"/{number}", 302, Location=f"/{number + 1}")

    assert asker.ask(site.url("/2")).status == 200
    assert asker.ask(site.url("/0")) == Answer(reason=Reason.REDIRECTS)


def test_a_host_is_asked_once_a_second(site, asker, waits):
    answers(site, "/", 405, "HEAD")
    asker.ask(site.url())

    assert waits == [PAUSE]


def test_another_host_need_not_wait(site, asker, waits):
    asker.ask(site.url())
    asker.ask(site.url().replace("127.0.0.1", "localhost"))

    assert waits == []


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://findes-ikke.invalid/", Reason.NAME),
        ("http://127.0.0.1:1/", Reason.NONSENSE),
        ("http://127.0.0.1:99999/", Reason.NONSENSE),
        ("http://[/", Reason.NONSENSE),
        ("ftp://kk.dk/", Reason.NONSENSE),
        ("http://a..b/", Reason.NONSENSE),
        ("http:///", Reason.NONSENSE),
    ],
)
def test_what_can_not_be_asked_for_is_an_answer_too(asker, url, reason):
    assert asker.ask(url) == Answer(reason=reason)


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "javascript:alert(1)", "gopher://x/"]
)
def test_a_redirect_to_something_else_is_not_followed(site, asker, location):
    answers(site, "/", 302, Location=location)

    assert asker.ask(site.url()) == Answer(reason=Reason.NONSENSE)


# Nobody's own network


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_addresses_of_somebody_s_own_network_are_not_asked(ip):
    assert not is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize("ip", ["1.1.1.1", "185.15.59.224", "2a02:ec80:300:ed1a::1"])
def test_public_addresses_are_asked(ip):
    assert is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"])
def test_this_machine_is_not_asked(site, waits, host):
    port = site.server.server_port
    answer = Asker(wait=waits.append).ask(f"http://{host}:{port}/")

    assert (answer.status, site.asked) == (None, [])


def test_a_redirect_leads_into_nobody_s_own_network(site, waits):
    """Only the first address of the two is let through."""
    answers(site, "/", 302, Location=f"http://127.0.0.2:{site.server.server_port}/hemmeligt")
    asker = Asker(may_ask=lambda ip: str(ip) == "127.0.0.1", wait=waits.append)

    assert asker.ask(site.url()) == Answer(reason=Reason.PRIVATE)
    assert site.asked_for("/hemmeligt") == []


# Judged


def link(**values):
    return ExternalLink(url="https://kk.dk/", **values)


def after(link, *answers, start=NOW):
    """`link` after one answer each time it is due."""
    now = start
    for answer in answers:
        for name, value in judged(link, answer, now).items():
            setattr(link, name, value)
        now = link.next_check_at
    return link


def test_an_answer_is_believed_for_a_week():
    found = after(link(), Answer(200))

    assert (found.status, found.next_check_at) == (Status.OK, NOW + 7 * DAY)


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ([Answer(500)], Status.CAUTION),
        ([Answer(500), Answer(reason=Reason.SILENCE)], Status.CAUTION),
        ([Answer(500), Answer(500), Answer(500)], Status.BROKEN),
        ([Answer(500), Answer(200), Answer(500), Answer(500)], Status.CAUTION),
        ([Answer(404)], Status.CAUTION),
        ([Answer(404), Answer(410)], Status.BROKEN),
        ([Answer(404), Answer(500)], Status.CAUTION),
        ([Answer(404), Answer(404), Answer(200)], Status.OK),
        ([Answer(404), Answer(404), Answer(500)], Status.BROKEN),
        ([Answer(403), Answer(403), Answer(403), Answer(403)], Status.CAUTION),
    ],
)
def test_a_link_is_broken_only_after_several_failures(given, status):
    assert after(link(), *given).status == status


def test_failures_of_one_day_are_one():
    found = link()
    for hour in range(4):
        after(found, Answer(500), start=NOW + timedelta(hours=hour))

    assert (found.failures, found.status) == (1, Status.CAUTION)


def test_the_pause_doubles_up_to_sixteen_days():
    found, pauses = link(), []
    for _each in range(7):
        after(found, Answer(500), start=found.next_check_at or NOW)
        pauses.append((found.next_check_at - found.checked_at).days)

    assert pauses == [1, 2, 4, 8, 16, 16, 16]


@pytest.mark.parametrize(
    ("status", "wish", "pause"),
    [(503, 3 * DAY, 3 * DAY), (503, timedelta(minutes=1), DAY), (429, 900 * DAY, 16 * DAY)],
)
def test_a_site_that_asks_for_peace_gets_it(status, wish, pause):
    found = after(link(), Answer(status, retry_after=wish))

    assert found.next_check_at == NOW + pause


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, None),
        ("120", timedelta(minutes=2)),
        ("Tue, 03 Mar 2026 12:00:00 GMT", DAY),
        ("Sun, 01 Mar 2026 12:00:00 GMT", timedelta()),
        ("later", None),
        ("9" * 40, timedelta(seconds=10**7)),
    ],
)
def test_the_wish_is_read_in_both_its_forms(text, expected):
    assert waiting_time(text, NOW) == expected


# A round


def test_a_round_keeps_what_it_finds(db, site, asker):
    answers(site, "/væk", 404)
    answers(site, "/v%C3%A6k", 404)
    link_to(site.url("/"), site.url("/væk"))

    counts = go_round(asker)

    found = dict(ExternalLink.objects.values_list("url", "status"))
    assert found == {site.url("/"): Status.OK, site.url("/væk"): Status.CAUTION}
    assert counts == {Status.OK: 1, Status.CAUTION: 1}


def test_a_round_asks_only_for_what_is_due(db, site, asker):
    link_to(site.url("/"))
    go_round(asker)
    go_round(asker)

    assert site.asked == [("HEAD", "/")]


def test_a_round_may_be_short_and_the_next_goes_on(db, site, asker):
    link_to(site.url("/1"), site.url("/2"), site.url("/3"))
    go_round(asker, limit=2)
    go_round(asker, limit=2)

    assert site.asked == [("HEAD", "/1"), ("HEAD", "/2"), ("HEAD", "/3")]


def test_one_bad_link_stops_no_other(db, site, asker):
    link_to("http://[/", "http://127.0.0.1:1/", site.url("/"))

    assert go_round(asker) == {Status.CAUTION: 2, Status.OK: 1}


def test_what_nobody_thought_of_stops_no_other(db, site, waits):
    class Tired(Asker):
        def ask(self, url):
            if url.endswith("/1"):
                raise KeyError(url)
            return super().ask(url)

    link_to(site.url("/1"), site.url("/2"))
    counts = go_round(Tired(may_ask=lambda ip: True, wait=waits.append))

    assert counts == {Status.CAUTION: 1, Status.OK: 1}


def test_a_site_that_asks_for_peace_is_asked_for_nothing_else(db, site, asker):
    answers(site, "/1", 503, Retry_After="3600")
    link_to(site.url("/1"), site.url("/2"))
    go_round(asker)
    go_round(asker)

    assert site.asked == [("HEAD", "/1")]


def test_a_link_that_goes_meanwhile_is_no_harm(db, site, waits):
    class Slow(Asker):
        def ask(self, url):
            ExternalLink.objects.all().delete()
            return Answer(200)

    link_to(site.url("/1"))

    assert go_round(Slow()) == {Status.OK: 1}


def test_the_command_says_how_it_went(db, capsys):
    # No site of this machine is asked, so the answer is known.
    link_to("http://127.0.0.1/")
    call_command("check_links", limit=5)

    assert capsys.readouterr().out == (
        "1 links checked: 0 work, 1 are uncertain, 0 are broken.\n"
    )


# For editors


@pytest.mark.parametrize("role", ["redaktør", "udgiver", "administrator"])
def test_everybody_sees_the_list_and_the_way_to_mend(page, role):
    page.body_da = paragraph("https://kk.dk/")
    door.publish(page)

    response = signed_in(role).get(address(ExternalLink, "changelist"), {"status": "unknown"})

    there = f'<a href="{address(page, "change", page.pk)}">Strategi</a>'
    assert there in response.content.decode()


def test_nobody_changes_the_list(admin_client, page):
    page.body_da = paragraph("https://kk.dk/")
    door.publish(page)
    url = address(ExternalLink, "change", ExternalLink.objects.get().pk)

    assert (admin_client.get(url).status_code, admin_client.post(url).status_code) == (200, 403)


@pytest.mark.parametrize("count", [1, 4])
def test_broken_links_are_listed_with_their_objects_at_the_same_cost(
    db, count, django_assert_num_queries
):
    for number in range(count):
        body = paragraph(f"https://kk.dk/{number}")
        door.publish(Page(slug=f"s-{number}", title_da=f"S {number}", body_da=body))
    ExternalLink.objects.update(status=Status.BROKEN)
    list(links.broken())

    with django_assert_num_queries(3):
        found = [[str(use.source) for use in each.uses.all()] for each in links.broken()]

    assert found == [[f"S {number}"] for number in range(count)]
