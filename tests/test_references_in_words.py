"""What editors read of references: where they lead, never how they are stored."""

from html import unescape

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from content.pages.models import Page
from content.publishing import door
from content.publishing.models import Act, Version

from .editors import address


@pytest.fixture
def linking(page):
    """An article whose draft, history and log hold a reference."""
    article = Page(slug="artikel", title_da="Artikel")
    door.publish(article)
    write(article, "Strategien")
    return article


def write(article, text):
    article.body_da = f'<p><a href="/strategi/#maal">{text}</a></p>'
    door.publish(article)


def newest(article):
    return Version.objects.of(article).newest()


def first(article):
    return Version.objects.of(article).order_by("pk").first()


def comparison(client, article):
    pair = first(article).pk, newest(article).pk
    return client.get(address(article, "compare", article.pk, *pair)).text


def entry(client, article):
    act = Act.objects.of(article).first()
    return client.get(address(Act, "change", act.pk)).text


def log_file(client, article):
    return b"".join(client.get(reverse("admin:publishing_act_file"))).decode()


def as_it_was(client, article):
    day = f"{timezone.localdate():%Y-%m-%d}"
    return client.get(address(article, "as_of", article.pk), {"date": day}).text


def form(client, article):
    return client.get(address(article, "change", article.pk)).text


PAGES = [comparison, entry, log_file, as_it_was, form]


@pytest.mark.parametrize("shows", PAGES)
def test_no_reference_is_shown_as_it_is_stored(admin_client, linking, shows):
    shown = shows(admin_client, linking)

    assert ("/strategi/#maal" in shown, "ref:" in shown) == (True, False)


@pytest.mark.parametrize("shows", [each for each in PAGES if each is not form])
def test_what_has_been_deleted_is_called_by_its_title(admin_client, linking, page, shows):
    door.delete(Page.objects.get(pk=page.pk))

    shown = unescape(unescape(shows(admin_client, linking)))

    assert ("”Strategi”, som er slettet" in shown, "ref:" in shown) == (True, False)


def test_what_nobody_has_written_down_is_called_deleted(admin_client, linking, page):
    door.delete(Page.objects.get(pk=page.pk))
    Act.objects.of(page).delete()
    Version.objects.of(page).delete()

    shown = comparison(admin_client, linking)

    assert ("noget, der er slettet" in shown, "ref:" in shown) == (True, False)


def test_who_may_only_look_sees_no_reference_either(client, django_user_model, linking):
    reader = django_user_model.objects.create_user("læser", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_page"))
    client.force_login(reader)

    shown = form(client, linking)

    assert ("/strategi/#maal" in shown, "ref:" in shown) == (True, False)
    assert "ref:" in Page.objects.get(pk=linking.pk).body_da


def test_the_file_asks_as_often_however_many_entries_have_references(admin_client, linking):
    few = queries(admin_client)
    for number in range(5):
        write(linking, f"Nummer {number}")

    assert queries(admin_client) == few


def queries(client):
    log_file(client, None)
    with CaptureQueriesContext(connection) as found:
        log_file(client, None)
    return len(found)
