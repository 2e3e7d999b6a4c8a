"""Whatever editors do, in whatever order: nothing is public unasked, and nothing is lost."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.advice.models import AdviceUnit
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
    st.tuples(st.just("_discard"), st.sampled_from(["editor", "publisher"])),
)


class Desk:
    """Two editors with a form each, which may have been open for a while."""

    def __init__(self, unit, clients, public):
        self.clients = clients
        self.public = public
        self.url = address(unit, "change", unit.pk)
        self.forms = {}
        for who in clients:
            self.open(who)

    def open(self, who):
        self.forms[who] = filled_in(self.clients[who], self.url)

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
        for button, who, *what in acts:
            if button == "open":
                desk.open(who)
            elif button == "_discard":
                desk.press("_discard", who)
            else:
                answer = desk.save(button, who, *what)
                assert answer.status_code == 403 or was_kept(unit, *what)
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
