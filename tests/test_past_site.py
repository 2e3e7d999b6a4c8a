"""The whole site as the public saw it at a moment, whatever page of it is looked at."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from content.advice.models import AdviceUnit
from content.networks.models import Network
from content.pages.models import Initiative, Page, Recommendation
from content.publishing import door, plans
from content.publishing.admin.moment_in_address import as_segment
from content.publishing.history.as_of import settled
from content.publishing.models import Act, UpdateNote, Version, Withdrawal
from content.search.models import SearchEntry
from content.site.models import SiteSettings
from content.statistics.models import ConcernYear

from .editors import address, change, choose
from .previews import as_public
from .reading import read, texts

pytestmark = pytest.mark.django_db

PATHS = [
    *["/", "/en/", "/strategi/", "/en/strategi/", "/plan/", "/netvaerk/a/"],
    *["/statistik/", "/statistik.csv", "/raadgivning/kort/", "/raadgivning/kontakt.vcf"],
    *["/soeg/?q=maal", "/soeg/?q=nyt", "/opdateringer/", "/sitemap.xml", "/ingen/"],
]


@pytest.fixture
def site(site_settings, home, page, advice_unit, help_line, network, concern_year):
    """A site with a little of everything, each part leading to others."""
    published(Page(kind="statistics", slug="statistik", title_da="Statistik"))
    published(Page(kind="networks", slug="netvaerk", title_da="Netværk", menu="main"))
    published(Page(kind="advice", slug="raadgivning", title_da="Rådgivning", menu="main"))
    plan = published(Page(kind="action_plan", slug="plan", title_da="Plan", menu="main"))
    advice = published(Page(kind="recommendations", slug="raad", title_da="Råd", parent=page))
    listen = published(Recommendation(page=advice, title_da="Lyt", number=1))
    courses = published(Initiative(page=plan, title_da="Kurser"))
    courses.follows.add(listen)
    published(courses)
    network.slug, network.description_da = "a", "<p>Se <a href='/raad/'>råd</a></p>"
    network.save()
    network.cities.create(name="Oslo")
    published(network)
    page.body_da = "<h2>Mål</h2><p>Et maal. <a href='/plan/'>Planen</a></p>"
    page.menu = "main"
    published(page)
    return page


def published(instance, **note):
    door.publish(instance, **note)
    return instance


def again(instance):
    return type(instance).objects.get(pk=instance.pk)


def mount(instance, at):
    version = Version.objects.of(instance).public().filter(saved_at__lte=at).newest()
    return address(
        instance, "preview_past", instance.pk, version.pk, as_segment(at)
    ).removesuffix("/")


def seen(client, paths, below=""):
    """What is answered at each of `paths`, without what tells that it is a preview."""
    found = {}
    for path in paths:
        response = client.get(below + path)
        content = as_public(b"".join(response), below) if below else b"".join(response)
        location = response.get("Location", "").removeprefix(below)
        found[path] = response.status_code, location, as_public(content, "/ingen-steder")
    return found


def turned_upside_down(page):
    """All that editors can do to a site, to every part of it."""
    plan, courses = Page.objects.get(path="/plan/"), Initiative.objects.get()
    listen, network = Recommendation.objects.get(), Network.objects.get()
    unit, settings = AdviceUnit.objects.get(), SiteSettings.objects.get()

    # Two trade their addresses, one moves below the other, and a third takes its place.
    page = again(page)
    page.slug, page.title_da, page.menu = "gammel", "Gammel", "none"
    published(page, note_da="Flyttet.")
    plan.slug, plan.parent, plan.title_da = "ny-plan", page, "Ny plan"
    published(plan)
    published(Page(slug="strategi", title_da="Nyt", menu="main", body_da="<p>Nyt.</p>"))
    Page.objects.create(slug="plan", title_da="Aldrig udgivet")
    old = again(page)
    old.policy, old.replaced_by = "replaced", Page.objects.get(path="/strategi/")
    published(old)

    door.withdraw(again(courses), withdrawal=Withdrawal(kind="gone", reason_da="Slut."))
    published(Initiative(page=again(plan), title_da="Noget andet"))
    door.withdraw(again(listen))
    door.delete(again(listen))
    network.slug, network.name = "b", "B"
    network.cities.all().delete()
    network.save()
    published(network)
    unit.phone_numbers.all().delete()
    unit.phone_numbers.create(number="+4520202020")
    published(unit)
    settings.site_name_da = "Et andet navn"
    published(settings)
    year = ConcernYear.objects.get()
    year.referrals = 99
    published(year)
    door.withdraw(Page.objects.get(path="/netvaerk/"))


def test_every_page_is_as_it_was(client, publisher, site):
    at = timezone.now()
    before = seen(client, PATHS)
    turned_upside_down(site)

    shown = seen(publisher, PATHS, mount(site, at))

    assert {path: shown[path] for path in PATHS if shown[path] != before[path]} == {}


def test_what_is_there_now_is_shown_as_it_is(client, publisher, site):
    turned_upside_down(site)

    now = seen(client, PATHS)

    assert seen(publisher, PATHS, mount(site, timezone.now())) == now


def tables():
    return {
        model: list(model.objects.order_by("pk").values())
        for model in [
            *[Page, Initiative, Recommendation, Network, AdviceUnit, SiteSettings],
            *[Version, Act, UpdateNote, Withdrawal, SearchEntry],
        ]
    }


def test_looking_back_leaves_everything_as_it_is(publisher, site):
    at = timezone.now()
    turned_upside_down(site)
    before = tables()

    seen(publisher, PATHS, mount(site, at))

    assert tables() == before


def test_what_goes_out_together_is_seen_together(clock, publisher, page, home):
    plan = Page.objects.create(kind="action_plan", slug="plan", title_da="Plan", menu="main")
    change(publisher, page, "_draft", title_da="Ny strategi", minor_change="on")
    clock.move(hours=1)
    choose(publisher, "publish_selected", page, plan, confirmed="1", minor_change="on")
    clock.move(hours=1)
    published(Page(slug="senere", title_da="Senere", menu="main"))
    version = Version.objects.of(page).public().newest()

    tool = read(publisher, address(page, "preview_version", page.pk, version.pk))
    shown = read(publisher, tool.xpath("//iframe/@src")[0])

    assert texts(shown, "//nav[@aria-label='Hovedmenu']//a") == ["Plan"]


def test_an_object_goes_out_once_in_a_publication(page):
    first = Act.objects.of(page).get().at
    published(again(page))

    assert settled(first) == first


# What has been withdrawn


def test_what_was_withdrawn_then_was_gone_for_the_same_reason(publisher, site, network):
    reason = {"reason_da": "Vi er ude.", "reason_en": "We left."}
    door.withdraw(again(network), withdrawal=Withdrawal(kind="gone", **reason))
    at = timezone.now()
    published(again(network))

    answers = [
        publisher.get(f"{mount(site, at)}{path}")
        for path in ["/netvaerk/a/", "/en/netvaerk/a/"]
    ]

    assert [each.status_code for each in answers] == [410, 410]
    assert ["Vi er ude." in answers[0].text, "We left." in answers[1].text] == [True, True]


def test_what_had_moved_led_on(publisher, site, network):
    moved = Withdrawal(kind="moved", reason_da="Flyttet.", successor=again(site))
    door.withdraw(again(network), withdrawal=moved)
    at = timezone.now()
    published(again(network))

    answer = publisher.get(f"{mount(site, at)}/netvaerk/a/")

    assert (answer.status_code, answer["Location"]) == (301, f"{mount(site, at)}/strategi/")


def test_what_stayed_had_its_banner(publisher, site):
    door.withdraw(again(site), withdrawal=Withdrawal(kind="kept", reason_da="Udløbet."))
    at = timezone.now()
    published(again(site))

    answers = [
        publisher.get(f"{mount(site, moment)}/strategi/").text
        for moment in [at, timezone.now()]
    ]

    assert ["Udløbet." in each for each in answers] == [True, False]


def test_a_plan_that_took_something_off_told_nothing(clock, publisher, site, network):
    plans.make(clock.move(seconds=1), [plans.Entry(again(network))])
    plans.carry_out_due(clock.move(seconds=1))
    at = clock.move(seconds=1)
    clock.move(seconds=1)
    published(again(network))

    answer = publisher.get(f"{mount(site, at)}/netvaerk/a/")

    assert (answer.status_code, "planlagt" in answer.text) == (410, False)


# The clock


def test_whom_to_call_is_as_at_that_hour(publisher, site, clock):
    unit = AdviceUnit.objects.get()
    tomorrow = timezone.localtime(clock.at) + timedelta(days=1)
    for weekday in range(7):
        unit.opening_hours.create(weekday=weekday, opens="09:00", closes="15:00")
    published(unit)
    open_at, closed_at = (tomorrow.replace(hour=hour, minute=0) for hour in [10, 20])
    clock.at = tomorrow + timedelta(days=1)

    bars = [
        texts(read(publisher, f"{mount(site, at)}/"), "//*[@data-element='contact-bar']")
        for at in [open_at, closed_at]
    ]

    assert [["lukket" in told for told in bar] for bar in bars] == [[False], [True]]


# What can't be as it was


def test_what_stood_on_what_was_never_public_is_shown_all_the_same(publisher, site):
    """A former draft may be looked at, as if its page had been public."""
    plan = Page.objects.create(kind="action_plan", slug="ny", title_da="Ny")
    draft = Initiative.objects.create(page=plan, title_da="Kladde")
    change(publisher, draft, "_draft", title_da="Nyere kladde")
    version = Version.objects.of(draft).newest()
    url = address(draft, "preview_past", draft.pk, version.pk, as_segment(version.saved_at))

    shown = read(publisher, f"{url}ny/")

    assert "Nyere kladde" in texts(shown, "//main//h3")


def test_an_owner_who_has_left_keeps_nothing_from_being_shown(
    publisher, site, django_user_model
):
    page = again(site)
    page.owner = django_user_model.objects.create_user("rita", is_staff=True)
    published(page)
    at = timezone.now()
    page.owner.delete()
    page = again(site)
    page.title_da = "Nyt"
    published(page)

    shown = read(publisher, f"{mount(page, at)}/strategi/")

    assert texts(shown, "//h1") == ["Strategi"]


# What it costs


def test_more_that_has_not_changed_costs_no_more(publisher, site):
    def queries():
        url = f"{mount(site, timezone.now())}/strategi/"
        publisher.get(url)
        with CaptureQueriesContext(connection) as found:
            publisher.get(url)
        return len(found)

    few = queries()
    for number in range(5):
        published(Page(slug=f"side-{number}", title_da="Side"))
        published(Network(slug=f"net-{number}", name="Net"))

    assert queries() == few
