"""Every kind of content has all that editors can do, by one line: its admin's class."""

import pytest
from django.contrib import admin

from content.publishing import door
from content.publishing.admin import PublishingAdmin
from content.publishing.models import Act, Draft, Publishable, Version

from . import test_permissions
from .editors import address, change, choose, signed_in
from .test_permissions import EACH_MODEL, GONE, MODELS, STAYS

pytestmark = pytest.mark.usefixtures("media")

make = test_permissions.make


@pytest.fixture
def content(make, request):
    instance = make(request.param)
    door.publish(instance)
    return instance


def each_of(models):
    return pytest.mark.parametrize(
        "content", models, indirect=True, ids=lambda each: each.__name__
    )


EACH = each_of(MODELS)
EACH_THAT_GOES = each_of([model for model in MODELS if model not in STAYS])
VIEWS = ["change", "history", "as_of", "preview", "preview_site", "withdraw", "delete"]
TOLD = {"update_note_da": "Noget er nyt."}


def test_no_kind_of_content_is_left_out():
    assert set(MODELS) == set(Publishable.models())


@EACH_MODEL
def test_the_admin_of_each_is_the_one_class(model):
    assert isinstance(admin.site.get_model_admin(model), PublishingAdmin)


@EACH
def test_each_of_its_pages_is_there(publisher, home, content):
    change(publisher, content, "_draft", **TOLD)

    answers = {
        view: publisher.get(address(content, view, content.pk)).status_code for view in VIEWS
    }

    # Nobody deletes what every page needs.
    refused = {"delete": 403} if type(content) in STAYS else {}
    assert answers == dict.fromkeys(VIEWS, 200) | refused


@EACH
def test_it_goes_from_draft_to_public_and_back(publisher, content):
    first = Version.objects.of(content).newest()
    change(publisher, content, "_draft", **TOLD)
    draft = Draft.objects.of(content).get().version
    compared = publisher.get(address(content, "compare", content.pk, first.pk, draft.pk))
    change(publisher, content, "_publish")
    public = Version.objects.of(content).newest()
    seen = {"_seen": public.pk}
    publisher.post(address(content, "restore", content.pk, first.pk), seen)

    assert compared.status_code == 200
    assert public.origin == "published"
    assert Draft.objects.of(content).get().version.data == first.data


@EACH
def test_it_is_planned_shared_and_taken_back(clock, publisher, content):
    planned = {"publish_at": clock.typed(hours=1), **TOLD}
    change(publisher, content, "_schedule", **planned)
    publisher.post(address(content, "preview", content.pk), {"_share": "1"})
    choose(publisher, "withdraw_selected", content, **GONE)

    done = [act.action for act in Act.objects.of(content)]
    stays = type(content) in STAYS
    assert done == [*["withdrawn"] * (not stays), "shared", "scheduled", "drafted", "published"]


@EACH_THAT_GOES
def test_what_was_deleted_comes_back(content):
    administrator = signed_in("administrator")
    administrator.post(address(content, "delete", content.pk), {"post": "yes"})
    deletion = Act.objects.of(content).first()

    administrator.post(address(content, "recover", deletion.pk))

    content.refresh_from_db()
    assert not content.is_published
    assert Version.objects.of(content).newest().data == deletion.version.data
