from datetime import date, time

import pytest
from django.apps import apps
from django.db import transaction
from modeltranslation.translator import translator

from content.advice.models import AdviceUnit, HelpLine
from content.networks.models import Network
from content.pages.models import Initiative, Page, Recommendation
from content.publishing.languages import untranslated
from content.publishing.models import Publishable, UpdateNote
from content.publishing.prose.phone_numbers import phone_numbers
from content.publishing.prose.sanitiser import sanitise
from content.publishing.prose.tree import lines, parse
from content.publishing.readability import lix
from content.publishing.rich_text import RichTextField
from content.statistics.models import ConcernYear
from kbh_radikalisering.initial_content import loader

# With the mark pytest-django makes a database, and runs these before the browser's tests.
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Loading takes a while, so it is done once for all the tests here."""
    with django_db_blocker.unblock(), transaction.atomic():
        assert loader.load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def content(loaded):
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def all_objects(models):
    return [obj for model in models for obj in model.objects.all()]


def texts(obj, language):
    """What `obj` says in `language`, each text as its lines."""
    for fields in translator.get_options_for_model(type(obj)).all_fields.values():
        for field in fields:
            value = getattr(obj, field.name)
            if value and field.language == language:
                is_rich = isinstance(field, RichTextField)
                yield "\n".join(lines(parse(value))) if is_rich else value


def rich_texts():
    """Every rich text as (language, its tree)."""
    for obj in all_objects([Page, Recommendation, Initiative, Network]):
        for fields in translator.get_options_for_model(type(obj)).all_fields.values():
            for field in fields:
                if isinstance(field, RichTextField) and (value := getattr(obj, field.name)):
                    yield field.language, parse(value)


def links(language):
    """The addresses of this site that the texts in `language` lead to."""
    addresses = {
        link.get("href")
        for text_language, root in rich_texts()
        for link in root.iter("a")
        if text_language == language
    }
    return {address for address in addresses if address.startswith("/")}


def statuses(client, addresses):
    return {address: client.get(address).status_code for address in addresses}


# What is loaded


def test_every_object_is_published(content):
    publishable = [model for model in apps.get_models() if issubclass(model, Publishable)]

    found = {
        model._meta.label_lower: [obj.is_published for obj in model.objects.all()]
        for model in publishable
    }

    assert found == {
        "site.sitesettings": [True],
        "pages.page": [True] * 11,
        "pages.recommendation": [True] * 4,
        "pages.initiative": [True] * 3,
        "pages.document": [],
        "networks.network": [True] * 2,
        "statistics.definition": [True],
        "statistics.concernyear": [True] * 2,
        "advice.adviceunit": [True],
        "advice.helpline": [True] * 5,
    }


def test_the_pages_stand_at_their_addresses_and_answer_in_both_languages(content, client):
    paths = [
        "/",
        "/anbefalinger/",
        "/ekspertgruppen/",
        "/handleplaner/",
        "/handleplaner/vink/",
        "/netvaerk/",
        "/privatliv/",
        "/raadgivning/",
        "/statistik/",
        "/strategi/",
        "/tilgaengelighed/",
    ]
    english = [f"/en{path}" for path in paths]

    assert sorted(Page.objects.values_list("path", flat=True)) == paths
    assert statuses(client, paths + english) == dict.fromkeys(paths + english, 200)


def test_the_plans_of_2016_are_historical(content):
    historical = Page.objects.filter(policy=Page.Policy.HISTORICAL)

    assert [page.path for page in historical] == [
        "/handleplaner/",
        "/handleplaner/vink/",
        "/strategi/",
    ]


def test_the_yearly_figures_are_those_of_the_municipality(content):
    figures = ConcernYear.objects.order_by("year")

    assert list(figures.values_list("year", "referrals", "interventions")) == [
        (2014, 60, 22),
        (2015, 100, 18),
    ]


def test_no_recommendation_has_a_number_and_one_has_a_level(content):
    found = Recommendation.objects.order_by("position").values_list("number", "level")

    assert list(found) == [(None, ""), (None, "preventive"), (None, ""), (None, "")]


def test_the_initiatives_follow_the_recommendations_that_the_sources_name(content):
    follows = {
        str(initiative): [each.position for each in initiative.follows.all()]
        for initiative in Initiative.objects.all()
    }

    assert follows == {
        "Tværgående koordineringsenhed": [],
        "Charter for demokratiske værdier": [40],
        "Medborgerforum og opsøgende arbejde": [30],
    }


def test_the_advice_unit_has_its_number_and_source_but_no_hours(content):
    unit = AdviceUnit.objects.get()
    phone = unit.phone_numbers.get()

    assert (phone.number.as_e164, phone.source_date, phone.verified_on) == (
        "+4533172929",
        date(2018, 4, 3),
        None,
    )
    assert list(unit.opening_hours.all()) == []


def test_what_no_fact_says_of_a_call_stays_empty(content):
    unit = AdviceUnit.objects.get()

    empty = ["anonymity", "confidentiality", "record_duty", "cost", "interpreter"]
    assert [name for name in AdviceUnit.ABOUT_THE_CALL if not getattr(unit, name)] == empty


def test_the_national_hotline_takes_over_from_8_to_22_every_day(content):
    line = HelpLine.objects.get(takes_over=True)

    hours = line.opening_hours.values_list("weekday", "opens", "closes")
    assert line.number == "+4541749090"
    assert list(hours) == [(weekday, time(8), time(22)) for weekday in range(7)]


def test_the_networks_were_joined_in_the_months_that_the_municipality_gives(content):
    assert list(Network.objects.values_list("name", "joined_year", "joined_month")) == [
        ("Strong Cities Network", 2016, 9),
        ("Nordic Safe Cities", 2017, 8),
    ]


def test_nothing_is_told_as_news(content):
    assert UpdateNote.objects.count() == 0


# How it is written


def test_every_danish_text_has_an_english_one(content):
    objects = all_objects(translator.get_registered_models(abstract=False))

    assert [obj for obj in objects if untranslated(obj, "en")] == []


def test_the_stored_text_is_the_written_one(content):
    """The sanitiser took nothing away."""
    written = [
        value.strip()
        for name in loader.FILES
        for objects in loader.read(name).values()
        for values in objects
        for value in values.values()
        if isinstance(value, str) and value.strip().startswith("<")
    ]

    assert [sanitise(text) for text in written] == written


def test_no_text_holds_a_phone_number(content):
    objects = all_objects(translator.get_registered_models(abstract=False))
    found = [
        number
        for obj in objects
        for language in ["da", "en"]
        for text in texts(obj, language)
        for number in phone_numbers(text)
    ]

    assert found == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_links_lead_to_addresses_that_exist_in_the_same_language(content, client, language):
    addresses = links(language)

    assert statuses(client, addresses) == dict.fromkeys(addresses, 200)
    assert {address.startswith("/en/") for address in addresses} == {language == "en"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_advice_page_is_easy_to_read(content, language):
    shown = [Page.objects.get(kind=Page.Kind.ADVICE), *all_objects([AdviceUnit, HelpLine])]
    text = "\n".join(line for obj in shown for line in texts(obj, language))

    assert lix(text) < 45


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_page_is_hard_to_read(content, language):
    hard = {
        str(page): lix("\n".join(texts(page, language)))
        for page in all_objects([Page, Network])
        if lix("\n".join(texts(page, language))) >= 50
    }

    assert hard == {}
