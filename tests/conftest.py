"""One published object of each kind, for tests to start from."""

import shutil
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.core.cache import caches
from django.dispatch import receiver
from django.utils import timezone

from content.advice.models import AdviceUnit, HelpLine
from content.networks.models import Network
from content.pages.models import Page
from content.publishing import door
from content.site.models import SiteSettings
from content.statistics.models import ConcernYear, Definition

from . import sessions
from .editors import signed_in


def pytest_unconfigure():
    """What tests/settings.py has made for this process."""
    shutil.rmtree(settings.DATA_DIR, ignore_errors=True)


@receiver(user_logged_in)
def by_force_both_steps_are_taken(request, user, **kwargs):
    """
    Whom a test signs in with `force_login` has had the second factor asked for as well.

    Its request is none of a browser's: those have an address, and prove themselves.
    """
    if not request.path:
        sessions.both_steps(request.session, user)


@pytest.fixture(autouse=True)
def counts_end_with_the_test(request, django_db_blocker):
    """No model has the table that tries and searches are counted in, so no flush empties it."""
    yield
    marker = request.node.get_closest_marker("django_db")
    is_marked = marker is not None and marker.kwargs.get("transaction")
    if is_marked or "transactional_db" in request.fixturenames:
        with django_db_blocker.unblock():
            caches["database"].clear()


@pytest.fixture
def editor(db):
    return signed_in("redaktør")


@pytest.fixture
def publisher(db):
    return signed_in("udgiver")


@pytest.fixture
def media(settings, tmp_path):
    """A folder for documents, of each test its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def published(instance):
    door.publish(instance)
    return instance


@pytest.fixture
def site_settings(db):
    return published(
        SiteSettings(
            pk=1,
            site_name_da="Forebyggelse af radikalisering",
            site_name_en="Preventing radicalisation",
            organisation_da="Københavns Kommune",
            organisation_en="City of Copenhagen",
        )
    )


@pytest.fixture
def home(db):
    return published(Page(kind="home", title_da="Forside", title_en="Front page"))


@pytest.fixture
def page(db):
    return published(
        Page(
            slug="strategi",
            title_da="Strategi",
            title_en="Strategy",
            body_da="<p>Dansk tekst.</p>",
            body_en="<p>English text.</p>",
        )
    )


@pytest.fixture
def advice_unit(db):
    unit = AdviceUnit(name_da="Rådgivningen", name_en="The advice unit")
    unit.save()
    unit.phone_numbers.create(number="+4533172929")
    return published(unit)


@pytest.fixture
def unit(advice_unit):
    """The advice unit with opening hours, as it is read from the database."""
    advice_unit.opening_hours.create(weekday=0, opens="9:00", closes="15:00")
    door.publish(advice_unit)
    return AdviceUnit.objects.get()


@pytest.fixture
def help_line(db):
    return published(
        HelpLine(
            name_da="Alarm 112",
            name_en="Emergency 112",
            situation_da="Akut fare",
            situation_en="Acute danger",
            number="112",
        )
    )


@pytest.fixture
def network(db):
    return published(
        Network(name="Nordic Safe Cities", slug="nordic-safe-cities", joined_year=2017)
    )


@pytest.fixture
def definition(db):
    return published(
        Definition(
            name_da="Henvendelser",
            referrals_da="Bekymringshenvendelser",
            interventions_da="Iværksatte indsatser",
        )
    )


@pytest.fixture
def concern_year(definition):
    return published(
        ConcernYear(year=2014, referrals=60, interventions=22, definition=definition)
    )


class Clock:
    """
    The time as the site reads it, which stands still until it is moved.

    From noon of the next day on: the hours that follow never lead into another day, nor
    into the night in which the clocks change.
    """

    def __init__(self, monkeypatch):
        self.at = timezone.localtime().replace(hour=12, minute=0) + timedelta(days=1)
        monkeypatch.setattr(timezone, "now", lambda: self.at)

    def move(self, **ahead):
        self.at += timedelta(**ahead)
        return self.at

    def typed(self, **ahead):
        """A moment so much later, to the minute, as it is typed in a form."""
        return timezone.localtime(self.at + timedelta(**ahead)).strftime("%Y-%m-%dT%H:%M")


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)
