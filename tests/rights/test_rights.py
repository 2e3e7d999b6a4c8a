"""
Who may do what, as a table: each role with each address and action of the admin.

Read off the admin itself, so what is new there stands here or fails. The letters:

    -  refused            s  shown               d  done, without what follows
    P  changes what the public sees              F  changes what it will see
    R  changes accounts, groups or passwords     N  one more, or one less
"""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.test import Client
from django.urls import reverse

from content.advice.models import AdviceUnit
from content.pages.models import Document, Page
from content.publishing.models import (
    Act,
    Address,
    ExternalLink,
    Plan,
    PreviewLink,
    UpdateNote,
    YearlyTask,
)
from content.site.models import SiteSettings
from content.statistics.models import ConcernYear
from tests.test_permissions import MODELS

from .asking import Asking, of_the_admin
from .outcome import answer, outcome, state
from .world import World

# A guest is an account that may enter the admin and has no group.
ROLES = ["nobody", "gæst", "redaktør", "udgiver", "administrator"]


def table(text):
    """{what is asked: what comes of it for each role}"""
    lines = [line.rsplit(maxsplit=len(ROLES)) for line in text.strip().splitlines()]
    return {" ".join(line[0].split()): "".join(line[1:]) for line in lines}


CONTENT = table("""
GET  changelist           - - s s s
POST changelist           - - s s s
GET  add                  - - s s s
POST add                  - - N N N
GET  change               - - s s s
POST change               - - d d d
_draft                    - - d d d
_discard                  - - d d d
_publish                  - - - P P
_publish a new one        - - - P P
_schedule                 - - - F F
GET  unschedule           - - - - -
POST unschedule           - - - F F
GET  withdraw             - - - s s
POST withdraw             - - - P P
GET  delete               - - - s s
POST delete               - - - P P
publish_selected          - - s P P
withdraw_selected         - - s P P
delete_selected           - - s d d
GET  guard                - - - - -
POST guard                - - - - d
GET  history              - - s s s
POST history              - - s s s
GET  as_of                - - s s s
POST as_of                - - s s s
GET  compare              - - s s s
POST compare              - - s s s
GET  compare_chosen       - - d d d
POST compare_chosen       - - d d d
GET  restore              - - - - -
POST restore              - - d d d
GET  deleted              - - s s s
POST deleted              - - s s s
GET  recover              - - - - -
POST recover              - - N N N
GET  preview              - - s s s
POST preview              - - d d d
GET  preview_site         - - s s s
POST preview_site         - - - - -
GET  preview_version      - - s s s
POST preview_version      - - s s s
GET  preview_past         - - s s s
POST preview_past         - - - - -
GET  presence             - - - - -
POST presence             - - s s s
GET  approve_translation  - - - - -
POST approve_translation  - - d d d
""")

# What one kind has besides, or has in another way.
BESIDES = {
    Page: table("""
        GET  reviewed           - - - - -
        POST reviewed           - - d P P
        mark_selected_reviewed  - - d P P
        publish_selected        - - d P P
        withdraw_selected       - - d P P
        delete_selected         - - d d d
    """),
    # A form without its file is shown again.
    Document: table("""
        GET  file               - - s s s
        POST file               - - s s s
        POST add                - - s s s
        _publish a new one      - - - s s
    """),
    ConcernYear: table("""
        GET  import             - - s s s
        POST import             - - s s s
        GET  process_import     - - - - -
        POST process_import     - - s s s
    """),
    # Every page needs one, so it stays whoever asks.
    AdviceUnit: table("""
        POST withdraw           - - - d d
        withdraw_selected       - - s d d
        GET  delete             - - - - -
        POST delete             - - - - -
    """),
    SiteSettings: table("""
        GET  changelist         - - d d d
        GET  add                - - - - -
        POST add                - - - - -
        _publish a new one      - - - - -
        POST withdraw           - - - d d
        withdraw_selected       - - s d d
        GET  delete             - - - - -
        POST delete             - - - - -
        GET  deleted            - - - - -
        POST deleted            - - - - -
        POST recover            - - - - -
    """),
}

WRITTEN_BY_THE_SITE = table("""
    GET  changelist         - - - - s
    POST changelist         - - - - s
    GET  add                - - - - -
    POST add                - - - - -
    GET  change             - - - - s
    POST change             - - - - -
    GET  delete             - - - - -
    POST delete             - - - - -
    GET  history            - - - - s
    POST history            - - - - s
    delete_selected         - - - - s
""")
SEEN_BY_EVERY_EDITOR = table("""
    GET  changelist         - - s s s
    POST changelist         - - s s s
    GET  change             - - s s s
    GET  history            - - s s s
    POST history            - - s s s
    delete_selected         - - s s s
""")

BESIDE_CONTENT = {
    Address: WRITTEN_BY_THE_SITE,
    UpdateNote: WRITTEN_BY_THE_SITE,
    Act: WRITTEN_BY_THE_SITE
    | table("""
        GET  file               - - - - s
        POST file               - - - - s
    """),
    ExternalLink: WRITTEN_BY_THE_SITE | SEEN_BY_EVERY_EDITOR,
    Plan: WRITTEN_BY_THE_SITE
    | SEEN_BY_EVERY_EDITOR
    | table("""
        GET  add                - - - s s
        POST add                - - - P P
        GET  delete             - - - s s
        POST delete             - - - F F
    """),
    # Everybody sees and closes their own; this one is somebody else's.
    PreviewLink: WRITTEN_BY_THE_SITE
    | table("""
        GET  changelist         - s s s s
        POST changelist         - s s s s
        GET  change             - d d d s
        GET  history            - d d d s
        POST history            - d d d s
        close_selected          - d d d d
        delete_selected         - d d d d
    """),
    YearlyTask: SEEN_BY_EVERY_EDITOR
    | table("""
        GET  add                - - - - s
        POST add                - - - - N
        POST change             - - d d d
        GET  done               - - - - -
        POST done               - - d d d
        mark_done               - - d d d
        GET  delete             - - - - s
        POST delete             - - - - N
        delete_selected         - - d d N
    """),
    User: WRITTEN_BY_THE_SITE
    | table("""
        GET  add                - - - - s
        POST add                - - - - R
        POST change             - - - - s
        GET  delete             - - - - s
        POST delete             - - - - R
        GET  history            - - - - d
        POST history            - - - - d
        GET  password_change    - - - - s
        POST password_change    - - - - R
        GET  second_factor      - - - - -
        POST second_factor      - - - - d
        delete_selected         - - - - R
    """),
    # Which groups there are the site's own code says; a superuser may add to them.
    Group: WRITTEN_BY_THE_SITE
    | table("""
        GET  history            - - - - d
        POST history            - - - - d
    """),
}
RIGHTS = {model: CONTENT | BESIDES.get(model, {}) for model in MODELS} | BESIDE_CONTENT

# What belongs to no model, by GET.
OF_THE_SITE = table("""
    index                   - s s s s
    attention               - s s s s
    jsi18n                  - s s s s
    password_change         - s s s s
    password_change_done    - s s s s
    app_list publishing     - s s s s
    app_list pages          - - s s s
    app_list auth           - - - - s
    autocomplete            - - - - -
    logout                  - s s s s
""")


pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Once for all tests here; whatever they do in it is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = World()
        world.clients = [client_of(role) for role in ROLES]
        yield world
        transaction.set_rollback(True)


def client_of(role):
    client = Client()
    if role != "nobody":
        user = User.objects.create_user(f"en {role} mere", is_staff=True)
        user.groups.set(Group.objects.filter(name=role))
        client.force_login(user)
    return client


def test_the_table_has_every_model_of_the_admin():
    assert set(RIGHTS) == set(admin.site._registry)


@pytest.mark.parametrize("model", RIGHTS, ids=lambda model: model.__name__)
def test_everybody_may_do_what_the_table_says_and_no_more(world, model):
    author = Client()
    author.force_login(world.author)
    before = state(model)

    found = {
        asked: "".join(outcome(each, model, before, *request) for each in world.clients)
        for asked, *request in Asking(world, model, author).everything()
    }

    assert found == RIGHTS[model]


@pytest.mark.parametrize("asked", OF_THE_SITE)
def test_what_belongs_to_no_model_is_for_those_who_may_enter(world, asked):
    name, *args = asked.split()
    url = reverse(f"admin:{name}", args=args)

    assert "".join(answer(each.get(url)) for each in world.clients) == OF_THE_SITE[asked]


def test_no_address_of_the_admin_is_forgotten():
    models = tuple(f"{m._meta.app_label}_{m._meta.model_name}_" for m in RIGHTS)
    signing_in = ("account_", "mfa_", "openid_connect_", "own_sessions", "login")
    known = {each.split()[0] for each in OF_THE_SITE} | {"view_on_site"}

    forgotten = {
        name for name in of_the_admin() if not name.startswith((*models, *signing_in))
    } - known
    assert forgotten == set()
