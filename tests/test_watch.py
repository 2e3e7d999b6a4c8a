"""The timer outlives a database that is away, and leaves it in peace meanwhile."""

import signal
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from content.pages.models import Page
from content.publishing import drafts, plans
from content.publishing.history.snapshot import snapshot
from content.publishing.plans.watch import watch

pytestmark = pytest.mark.django_db(transaction=True)


class StoppedError(Exception):
    """As if the process had been told to stop."""


@pytest.fixture(autouse=True)
def signals():
    """The watch listens for its own; the tests' process has others."""
    kept = {each: signal.getsignal(each) for each in [signal.SIGTERM, signal.SIGINT]}
    yield
    for each, handler in kept.items():
        signal.signal(each, handler)


def rename(old, new):
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {old} RENAME TO {new}")


def take_away():
    rename("publishing_plan", "publishing_plan_away")


def bring_back():
    rename("publishing_plan_away", "publishing_plan")


@pytest.fixture
def away():
    """Where the plans are is nothing, so that every question about them fails."""
    take_away()
    yield
    if "publishing_plan_away" in connection.introspection.table_names():
        bring_back()


class Nights:
    """Instead of sleeping something is done, by the number of the night; then it is over."""

    def __init__(self, **deeds):
        self.deeds = {int(name.removeprefix("on_")): deed for name, deed in deeds.items()}
        self.waits = []

    def sleep(self, wait, parent):
        self.waits.append(wait.total_seconds())
        self.deeds.get(len(self.waits), lambda: None)()


def stop():
    raise StoppedError


def watched(nights):
    """What the watch carried out, and what it complained of."""
    told, complaints = [], []
    with pytest.raises(StoppedError):
        watch(told.append, complaints.append, nights.sleep)
    return told, complaints


def test_each_failure_doubles_the_wait_up_to_half_a_minute(away):
    nights = Nights(on_7=stop)

    told, complaints = watched(nights)

    assert nights.waits == [2, 4, 8, 16, 30, 30, 30]
    assert (told, len(complaints)) == ([], 7)


def test_once_the_database_is_back_the_next_failure_is_a_first_one(away):
    nights = Nights(on_3=bring_back, on_4=take_away, on_5=stop)

    watched(nights)

    assert nights.waits == [2, 4, 8, 30, 2]


def test_what_became_due_meanwhile_is_carried_out(away):
    bring_back()
    page = Page.objects.create(slug="ny", title_da="Ny side")
    version = drafts.keep(page, snapshot(page))
    due = timezone.now() - timedelta(seconds=1)
    plans.make(due, [plans.Entry(page, version)])
    take_away()

    told, complaints = watched(Nights(on_2=bring_back, on_3=stop))

    page.refresh_from_db()
    assert [str(plan) for plan in told] == ["Ny side"]
    assert (len(complaints), page.is_published) == (2, True)


@pytest.mark.parametrize(("ahead", "wait"), [(10, 10), (0.2, 1), (1000, 30)])
def test_the_watch_wakes_for_the_next_plan(clock, ahead, wait):
    page = Page.objects.create(slug="ny", title_da="Ny side")
    version = drafts.keep(page, snapshot(page))
    plans.make(clock.at + timedelta(seconds=ahead), [plans.Entry(page, version)])
    nights = Nights(on_1=stop)

    watched(nights)

    assert nights.waits == [wait]
