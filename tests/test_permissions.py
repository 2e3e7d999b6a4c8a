"""Who may do what: each role with each model, asked by requests of their own making."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.urls import reverse

from content.advice.models import AdviceUnit, HelpLine
from content.networks.models import Network
from content.pages.models import Document, Initiative, Page, Recommendation
from content.publishing import door
from content.publishing.admin.seen import newest_version
from content.publishing.models import Draft
from content.site.models import SiteSettings
from content.statistics.models import ConcernYear, Definition

from .editors import address, choose, filled_in, signed_in
from .files import pdf

ROLES = ["redaktør", "udgiver", "administrator"]
MODELS = [
    Page,
    Recommendation,
    Initiative,
    Document,
    Network,
    Definition,
    ConcernYear,
    AdviceUnit,
    HelpLine,
    SiteSettings,
]


@pytest.fixture
def make(db):
    """Make an unpublished object of a model, whose page, if any, is public."""

    def make(model):
        instance = MAKERS[model]()
        instance.save()
        return instance

    return make


def public_page(kind):
    page = Page(kind=kind, slug=kind.replace("_", "-"), title_da=kind)
    door.publish(page)
    return page


def public_definition():
    definition = Definition(name_da="Alt", referrals_da="Alle", interventions_da="Alle")
    door.publish(definition)
    return definition


MAKERS = {
    Page: lambda: Page(slug="side", title_da="Side"),
    Recommendation: lambda: Recommendation(title_da="Lyt", page=public_page("recommendations")),
    Initiative: lambda: Initiative(title_da="Kurser", page=public_page("action_plan")),
    Document: lambda: Document(
        title_da="Fil", page=public_page("article"), file=ContentFile(pdf(), "fil.pdf")
    ),
    Network: lambda: Network(name="Net", slug="net"),
    Definition: lambda: Definition(name_da="N", referrals_da="R", interventions_da="I"),
    ConcernYear: lambda: ConcernYear(
        year=2014, referrals=2, interventions=1, definition=public_definition()
    ),
    AdviceUnit: lambda: AdviceUnit(name_da="Enhed"),
    HelpLine: lambda: HelpLine(name_da="Linje", situation_da="Fare", number="112"),
    SiteSettings: lambda: SiteSettings(pk=1, site_name_da="S", organisation_da="O"),
}

EACH_MODEL = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def visible(instance):
    instance.refresh_from_db()
    return instance.is_published


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.django_db
def test_every_role_sees_every_list_and_adds_all_but_the_settings(role):
    client = signed_in(role)

    answers = {
        model: [client.get(address(model, view)).status_code for view in ["changelist", "add"]]
        for model in MODELS
    }

    assert answers == {model: [200, 200] for model in MODELS} | {SiteSettings: [200, 403]}


@pytest.mark.parametrize("role", ROLES)
@EACH_MODEL
def test_every_role_changes_what_is_not_public(role, model, make):
    instance = make(model)
    client = signed_in(role)
    url = address(model, "change", instance.pk)

    response = client.post(url, {**filled_in(client, url), "_save": "1"})

    assert response.status_code == 302
    assert not visible(instance)


@pytest.mark.parametrize("role", ROLES)
@EACH_MODEL
def test_every_role_drafts_what_is_public(role, model, make):
    instance = make(model)
    door.publish(instance)
    client = signed_in(role)
    url = address(model, "change", instance.pk)

    told = {"update_note_da": "Noget nyt."}
    client.post(url, {**filled_in(client, url), **told, "_draft": "1"})

    assert Draft.objects.of(instance).get().version.author_name == f"{role} 1"


@pytest.mark.parametrize(
    ("role", "status"), [("redaktør", 403), ("udgiver", 302), ("administrator", 302)]
)
@EACH_MODEL
def test_only_who_may_publish_publishes(role, status, model, make):
    instance = make(model)
    client = signed_in(role)
    url = address(model, "change", instance.pk)

    response = client.post(url, {**filled_in(client, url), "_publish": "1"})

    assert response.status_code == status
    assert visible(instance) == (status == 302)


@pytest.mark.parametrize("role", ROLES)
@EACH_MODEL
def test_only_who_may_publish_does_so_from_the_list(role, model, make):
    instance = make(model)

    choose(signed_in(role), "publish_selected", instance)

    assert visible(instance) == (role != "redaktør")


# What every page needs stays whoever asks, see test_admin_publishing.
STAYS = [AdviceUnit, SiteSettings]
GONE = {"confirmed": "1", "kind": "gone", "reason_da": "Udløbet."}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("how", ["form", "list"])
@EACH_MODEL
def test_only_who_may_publish_withdraws(role, how, model, make):
    instance = make(model)
    door.publish(instance)
    client = signed_in(role)

    if how == "form":
        seen = {"seen": newest_version()}
        client.post(address(model, "withdraw", instance.pk), GONE | seen)
    else:
        choose(client, "withdraw_selected", instance, **GONE)

    assert visible(instance) == (role == "redaktør" or model in STAYS)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("public", [True, False])
@EACH_MODEL
def test_only_who_may_publish_deletes(role, public, model, make):
    instance = make(model)
    if public:
        door.publish(instance)

    signed_in(role).post(address(model, "delete", instance.pk), {"post": "yes"})

    stays = role == "redaktør" or model is SiteSettings or (public and model in STAYS)
    assert model.objects.filter(pk=instance.pk).exists() == stays


@pytest.mark.parametrize("role", ROLES)
@EACH_MODEL
def test_nobody_deletes_several_at_once(role, model, make):
    instance = make(model)

    signed_in(role).post(
        address(model, "changelist"),
        {"action": "delete_selected", "_selected_action": [instance.pk], "post": "yes"},
    )

    assert model.objects.filter(pk=instance.pk).exists()


@pytest.mark.parametrize(
    ("role", "status"), [("redaktør", 403), ("udgiver", 403), ("administrator", 200)]
)
@pytest.mark.parametrize(
    "name", ["auth_user", "auth_group", "publishing_address", "publishing_updatenote"]
)
@pytest.mark.django_db
def test_only_an_administrator_sees_what_lies_beside_the_content(role, status, name):
    response = signed_in(role).get(reverse(f"admin:{name}_changelist"))

    assert response.status_code == status


@pytest.mark.django_db
def test_an_administrator_makes_an_editor():
    client = signed_in("administrator")
    password = "en lang sætning om fisk"

    client.post(
        reverse("admin:auth_user_add"),
        {
            "username": "rita",
            "usable_password": "true",
            "password1": password,
            "password2": password,
        },
    )
    user = User.objects.get(username="rita")
    url = reverse("admin:auth_user_change", args=[user.pk])
    group = Group.objects.get(name="redaktør")
    client.post(url, {**filled_in(client, url), "is_staff": "on", "groups": [group.pk]})

    assert list(user.groups.all()) == [group]


@pytest.mark.django_db
def test_an_administrator_does_not_become_more():
    client = signed_in("administrator")
    user = User.objects.get(username="administrator 1")
    url = reverse("admin:auth_user_change", args=[user.pk])

    client.post(url, {**filled_in(client, url), "is_superuser": "on"})

    user.refresh_from_db()
    assert not user.is_superuser


@pytest.mark.parametrize(
    "name", ["auth_user_change", "auth_user_delete", "auth_user_password_change"]
)
def test_an_administrator_leaves_the_first_account_alone(name, admin_user):
    url = reverse(f"admin:{name}", args=[admin_user.pk])

    response = signed_in("administrator").post(url, {"post": "yes"})

    assert response.status_code == 403


@pytest.mark.django_db
def test_who_is_no_editor_stays_outside(client):
    client.force_login(User.objects.create_user("borger"))

    assert client.get(reverse("admin:index")).status_code == 403
