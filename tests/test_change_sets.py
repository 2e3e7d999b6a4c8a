"""Joint publications: what is chosen goes out together, now or at a set time."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from content.networks.models import Network
from content.pages.models import Page
from content.publishing.models import Draft, Plan, PlannedAct, UpdateNote, Version
from content.publishing.plans import carry_out_due

from .editors import change, signed_in

ADD = "admin:publishing_plan_add"
LIST = "admin:publishing_plan_changelist"


@pytest.fixture
def unpublished(db):
    return Page.objects.create(slug="ny", title_da="Ny side")


@pytest.fixture
def drafted(editor, page, network):
    """A page and a network that are public, each with a draft."""
    change(editor, page, "_draft", title_da="Ny strategi")
    change(editor, network, "_draft", name="Nyt navn")
    return [page, network]


def value(instance):
    return f"{instance._meta.label_lower}:{instance.pk}"


def publish(client, *objects, **values):
    """Choose `objects` in the form and send it."""
    seen = client.get(reverse(ADD)).context["form"]["seen"].value()
    chosen = {"seen": seen, "parts": [value(each) for each in objects]}
    return client.post(reverse(ADD), chosen | values)


def names():
    return [Page.objects.get(slug="strategi").title_da, Network.objects.get().name]


OLD, NEW = ["Strategi", "Nordic Safe Cities"], ["Ny strategi", "Nyt navn"]


def test_without_a_time_all_goes_out_at_once(publisher, drafted):
    publish(publisher, *drafted, update_note_da="Ny strategi.")

    assert names() == NEW
    assert [note.note_da for note in UpdateNote.objects.all()] == ["Ny strategi."] * 2
    assert [Plan.objects.get().state, Draft.objects.count()] == ["done", 0]


def test_with_a_time_all_goes_out_then(client, clock, publisher, drafted):
    publish(
        publisher, *drafted, minor_change="on", at=clock.typed(hours=1), title="Ny strategi"
    )
    assert names() == OLD

    clock.move(hours=1)
    client.get("/strategi/")

    assert names() == NEW


def test_what_was_never_public_needs_no_note(publisher, unpublished):
    publish(publisher, unpublished)

    unpublished.refresh_from_db()
    assert unpublished.is_published


def test_drafts_need_a_note(publisher, drafted):
    response = publish(publisher, *drafted)

    assert list(response.context["form"].errors) == ["update_note_da"]
    assert names() == OLD


def test_one_that_can_not_go_out_keeps_all_back(publisher, drafted, unpublished):
    child = Page.objects.create(slug="under", title_da="Under", parent=unpublished)

    response = publish(publisher, *drafted, child, minor_change="on")

    [told] = response.context["form"].non_field_errors()
    assert told.startswith("Under: ")
    assert names() == OLD
    assert not Plan.objects.exists()


def test_what_could_not_go_out_now_is_not_planned(clock, publisher, unpublished):
    child = Page.objects.create(slug="under", title_da="Under", parent=unpublished)
    before = Version.objects.count()

    publish(publisher, child, at=clock.typed(hours=1))

    assert [Plan.objects.count(), Version.objects.count()] == [0, before]


def test_planning_makes_nothing_public(client, clock, publisher, drafted, unpublished):
    publish(publisher, *drafted, unpublished, minor_change="on", at=clock.typed(hours=1))

    assert names() == OLD
    assert client.get("/ny/").status_code == 404
    assert Plan.objects.get().acts.count() == 3


def test_what_was_changed_since_the_form_was_opened_is_refused(editor, publisher, drafted):
    seen = publisher.get(reverse(ADD)).context["form"]["seen"].value()
    change(editor, drafted[0], "_draft", title_da="Ulæst")

    response = publish(publisher, *drafted, minor_change="on", seen=seen)

    assert "Strategi" in response.context["form"].non_field_errors()[0]
    assert names() == OLD


def test_something_must_be_chosen(publisher, drafted):
    assert list(publish(publisher).context["form"].errors) == ["parts"]


def test_a_form_offers_drafts_and_what_was_never_public(publisher, drafted, unpublished):
    fields = publisher.get(reverse(ADD)).context["form"].fields
    offered = [label for _group, each in fields["parts"].choices for _value, label in each]

    assert offered == ["Ny side", "Ny strategi", "Nyt navn"]


@pytest.mark.parametrize("more", [0, 5])
def test_the_form_costs_the_same(publisher, drafted, more, django_assert_max_num_queries):
    for number in range(more):
        Page.objects.create(slug=f"side-{number}", title_da="Side")

    publisher.get(reverse(ADD))

    # The session, the user, two for permissions, the models, the types of content, the
    # drafts, what is offered in the menu and the newest version.
    with django_assert_max_num_queries(18):
        publisher.get(reverse(ADD))


@pytest.mark.parametrize("more", [0, 3])
def test_the_list_costs_the_same(
    clock, publisher, drafted, more, django_assert_max_num_queries
):
    for number in range(1 + more):
        at = clock.typed(hours=1 + number)
        publish(publisher, *drafted, minor_change="on", at=at)

    with django_assert_max_num_queries(8):
        publisher.get(reverse(LIST))


def test_a_waiting_plan_is_called_off_by_deleting_it(clock, publisher, drafted):
    publish(publisher, *drafted, minor_change="on", at=clock.typed(hours=1))
    url = reverse("admin:publishing_plan_delete", args=[Plan.objects.get().pk])

    publisher.get(url)
    publisher.post(url, {"post": "yes"})
    carry_out_due(clock.move(hours=2))

    assert [names(), Plan.objects.count(), Draft.objects.count()] == [OLD, 0, 2]


def test_what_has_been_carried_out_is_not_deleted(publisher, drafted):
    publish(publisher, *drafted, minor_change="on")
    url = reverse("admin:publishing_plan_delete", args=[Plan.objects.get().pk])

    assert publisher.post(url, {"post": "yes"}).status_code == 403


def test_the_list_and_the_plan_say_what_became_of_it(clock, publisher, drafted):
    publish(
        publisher, *drafted, minor_change="on", at=clock.typed(hours=1), title="Ny strategi"
    )
    change(publisher, drafted[0], "_publish", title_da="I hånden", minor_change="on")
    carry_out_due(clock.move(hours=2))

    plan = Plan.objects.get()
    url = reverse("admin:publishing_plan_change", args=[plan.pk])

    assert "Ny strategi" in publisher.get(reverse(LIST)).text
    assert plan.failure.split(":")[0] == "Ny strategi"
    assert plan.failure in publisher.get(url).text


def test_a_plan_that_was_overtaken_is_flagged_in_the_list(clock, publisher, drafted):
    publish(publisher, *drafted, minor_change="on", at=clock.typed(hours=1))
    change(publisher, drafted[0], "_publish", title_da="I hånden", minor_change="on")

    [plan] = publisher.get(reverse(LIST)).context["cl"].result_list

    assert [act.is_outdated for act in plan.acts.all()] == [True, False]


# Who may


def test_an_editor_looks_and_makes_none(clock, editor, publisher, drafted):
    publish(publisher, *drafted, minor_change="on", at=clock.typed(hours=1))
    plan = Plan.objects.get()

    delete = reverse("admin:publishing_plan_delete", args=[plan.pk])
    chosen = {"parts": [value(drafted[0])], "minor_change": "on"}
    statuses = [
        editor.get(reverse(LIST)).status_code,
        editor.get(reverse(ADD)).status_code,
        editor.post(reverse(ADD), chosen).status_code,
        editor.post(delete, {"post": "yes"}).status_code,
    ]

    assert statuses == [200, 403, 403, 403]
    assert PlannedAct.objects.count() == 2


def test_an_administrator_may_too(drafted):
    publish(signed_in("administrator"), *drafted, minor_change="on")

    assert names() == NEW


def test_nobody_chooses_what_they_may_not_publish(drafted, django_user_model):
    client = only_networks(django_user_model)

    response = client.post(
        reverse(ADD), {"parts": [value(drafted[0])], "minor_change": "on", "seen": "99999"}
    )

    assert list(response.context["form"].errors) == ["parts"]


def only_networks(users):
    user = users.objects.create_user("net", is_staff=True)
    names = ["publish_network", "add_plan", "view_plan"]
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client = Client()
    client.force_login(user)
    return client
