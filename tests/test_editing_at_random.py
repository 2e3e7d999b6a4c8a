"""Whatever editors do, in whatever order: nothing is public unasked, and nothing is lost."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.advice.models import AdviceUnit
from content.publishing.admin.moment_in_address import as_segment
from content.publishing.models import Version

from .editors import address, filled_in, signed_in

NUMBERS = ["+4520202020", "+4530303030", "+4540404040"]

words = st.text("abcæøå ", min_size=1, max_size=12).filter(str.strip).map(str.strip)
acts = st.one_of(
    st.tuples(st.just("open"), st.sampled_from(["editor", "publisher"])),
    st.tuples(
        st.sampled_from(["_draft", "_publish"]),
        st.sampled_from(["editor", "publisher"]),
        words,
        words,
        st.sets(st.sampled_from(NUMBERS)),
    ),
    st.tuples(
        st.sampled_from(["_discard", "look", "look back", "share"]),
        st.sampled_from(["editor", "publisher"]),
    ),
    st.tuples(
        st.sampled_from(["restore", "plan"]),
        st.sampled_from(["editor", "publisher"]),
        st.integers(0, 9),
    ),
)


class Desk:
    """Two editors with a form each, which may have been open for a while."""

    def __init__(self, unit, clients, public):
        self.clients = clients
        self.public = public
        self.unit = unit
        self.url = address(unit, "change", unit.pk)
        self.forms = {}
        for who in clients:
            self.open(who)

    def open(self, who):
        self.forms[who] = filled_in(self.clients[who], self.url)

    def do(self, act, who, number=0):
        """What is neither a draft nor a publication."""
        client, key = self.clients[who], self.unit.pk
        match act:
            case "open":
                self.open(who)
            case "_discard":
                self.press("_discard", who)
            case "look":
                client.get(address(self.unit, "preview", key))
            case "look back":
                client.get(self.way_back())
            case "share":
                client.post(address(self.unit, "preview", key), {"_share": "1"})
            case "restore":
                client.post(
                    address(self.unit, "restore", key, self.version(number).pk),
                    {"_seen": self.forms[who]["_seen"]},
                )
            case "plan":
                at = f"{timezone.localtime() + timedelta(days=1 + number):%Y-%m-%dT%H:%M}"
                planned = {"publish_at": at, "minor_change": "on", "_schedule": "1"}
                client.post(self.url, {**self.forms[who], **planned})

    def version(self, number):
        known = Version.objects.of(self.unit).order_by("pk")
        return known[number % known.count()]

    def way_back(self):
        first = self.version(0)
        at = as_segment(first.saved_at)
        return address(self.unit, "preview_past", self.unit.pk, first.pk, at)

    def press(self, button, who, **values):
        kept = {
            name: value
            for name, value in self.forms[who].items()
            if not name.startswith("phone_numbers-") or "_FORMS" in name
        }
        return self.clients[who].post(self.url, {**kept, **values, button: "1"})

    def save(self, button, who, danish, english, numbers):
        rows = rows_of(self.forms[who], sorted(numbers))
        values = {"name_da": danish, "name_en": english, "minor_change": "on", **rows}
        return self.press(button, who, **values)


def rows_of(form, numbers):
    """The form's own rows deleted, and one for each of `numbers`."""
    prefix = "phone_numbers"
    old = int(form[f"{prefix}-INITIAL_FORMS"])
    rows = {f"{prefix}-TOTAL_FORMS": str(old + len(numbers))}
    for index in range(old):
        rows |= {
            name: value for name, value in form.items() if name.startswith(f"{prefix}-{index}-")
        }
        rows[f"{prefix}-{index}-DELETE"] = "on"
    for index, number in enumerate(numbers, start=old):
        rows |= {f"{prefix}-{index}-number": number, f"{prefix}-{index}-position": "10"}
    return rows


@pytest.fixture
def unit(home, advice_unit):
    return AdviceUnit.objects.get()


@pytest.fixture
def clients(db):
    return {"editor": signed_in("redaktør"), "publisher": signed_in("udgiver")}


@given(st.lists(acts, max_size=10))
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_nothing_is_public_unasked_and_nothing_saved_is_lost(client, clients, unit, acts):
    with transaction.atomic():
        desk = Desk(unit, clients, client)
        public = client.get("/").content
        saved = []
        for button, who, *what in acts:
            if button in ("_draft", "_publish"):
                answer = desk.save(button, who, *what)
                saved += [what] if answer.status_code != 403 else []
            else:
                desk.do(button, who, *what)
            # Neither this text nor any before it is lost.
            assert [each for each in saved if not was_kept(unit, *each)] == []
            if button != "_publish":
                assert client.get("/").content == public
            public = client.get("/").content
        transaction.set_rollback(True)


def was_kept(unit, danish, english, numbers):
    """Whether some version has this text, rows and all."""
    return any(
        (version.data["fields"]["name_da"], version.data["fields"]["name_en"])
        == (danish, english)
        and {row["fields"]["number"] for row in version.data["rows"]["phone_numbers"]}
        == set(numbers)
        for version in Version.objects.of(unit)
    )
