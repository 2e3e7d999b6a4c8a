"""The initial content never gets in the way of an editor."""

import pytest
from django.core.management import call_command

from content.pages.models import Initiative, Page, Recommendation
from content.publishing import door
from content.site.models import SiteSettings


@pytest.fixture
def content(db):
    call_command("load_initial_content")


def test_a_second_load_leaves_an_editors_change(content):
    page = Page.objects.get(path="/strategi/")
    page.title_da = "Vores strategi"
    door.publish(page)

    call_command("load_initial_content")

    page.refresh_from_db()
    assert page.title_da == "Vores strategi"
    assert Page.objects.count() == 11


def test_a_second_load_brings_back_nothing_that_was_deleted(content):
    for obj in [*Initiative.objects.all(), *Recommendation.objects.all()]:
        door.delete(obj)
    for page in Page.objects.order_by("-path"):
        door.delete(page)

    call_command("load_initial_content")

    assert Page.objects.count() == 0


def test_nothing_is_loaded_on_a_site_that_an_editor_has_begun(site_settings):
    call_command("load_initial_content")

    assert list(SiteSettings.objects.all()) == [site_settings]
    assert Page.objects.count() == 0
