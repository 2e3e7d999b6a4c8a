"""Links to drafts, for people without an account."""

from datetime import timedelta

import pytest
from django.core import signing
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from content.pages.models import Document, Page
from content.pages.reserved import is_reserved
from content.publishing import door
from content.publishing.models import Act, PreviewLink, Version
from content.publishing.plans import carry_out_due
from content.publishing.preview import links

from .editors import address, change, signed_in
from .files import pdf
from .previews import as_public, body
from .reading import read, texts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


@pytest.fixture
def shared(editor, page):
    """The address of a link to a draft of `page`."""
    change(editor, page, "_draft", title_da="Nyt", title_en="New")
    press(editor, page, "_share")
    return mount()


def press(client, instance, button, value="1", **data):
    return client.post(address(instance, "preview", instance.pk), {button: value, **data})


def mount(link=None):
    return links.address_of(link or PreviewLink.objects.get()).removesuffix("/")


def listed(client, at):
    return texts(read(client, f"{at}/"), "//*[@data-element='preview']//li")


# Made and used


def test_a_stranger_sees_the_draft_in_both_languages(client, home, shared):
    titles = [
        texts(read(client, f"{shared}{path}"), "//h1")
        for path in ["/strategi/", "/en/strategi/"]
    ]

    assert titles == [["Nyt"], ["New"]]


def test_it_is_what_the_public_gets_next(client, home, page, shared):
    preview = client.get(f"{shared}/strategi/").content

    change(signed_in("udgiver"), page, "_publish", minor_change="on")

    public = client.get("/strategi/").content
    # The draft had no note yet, so the preview has one in its place.
    start = b"<main"
    end = b'<details class="updates"'
    middle = as_public(preview, shared).partition(start)[2].partition(end)[0]
    assert middle.strip() in public.partition(start)[2]


def test_it_follows_the_newest_draft(client, editor, page, shared):
    change(editor, page, "_draft", title_da="Nyere")

    assert texts(read(client, f"{shared}/strategi/"), "//h1") == ["Nyere"]


def test_it_shows_what_is_planned_and_still_does_when_it_is_out(clock, client, page):
    publisher = signed_in("udgiver")
    planned = {"publish_at": clock.typed(hours=1), "minor_change": "on"}
    change(publisher, page, "_schedule", title_da="Planlagt", **planned)
    press(publisher, page, "_share")

    def titles():
        return [texts(read(client, f"{below}/strategi/"), "//h1")[0] for below in [mount(), ""]]

    before = titles()
    carry_out_due(clock.move(hours=1))

    assert before == ["Planlagt", "Strategi"]
    assert titles() == ["Planlagt", "Planlagt"]


def test_when_the_draft_is_public_the_link_shows_what_is(client, page, shared):
    change(signed_in("udgiver"), page, "_publish", minor_change="on")

    assert texts(read(client, f"{shared}/strategi/"), "//h1") == ["Nyt"]


def test_it_shows_several_drafts_together(client, editor, home, page, shared):
    below = Page.objects.create(slug="ny", title_da="Under", parent=page)
    change(editor, page, "_draft", slug="plan")

    press(editor, below, "_add", link=PreviewLink.objects.get().pk)

    assert listed(client, shared) == ["Nyt", "Under"]
    assert client.get(f"{shared}/plan/ny/").status_code == 200


def test_a_page_not_yet_public_may_come_with_what_stands_on_it(client, editor, home):
    page = Page.objects.create(slug="ny", title_da="Ny")
    document = Document.objects.create(
        title_da="Fil", page=page, file=ContentFile(pdf(), "a.pdf")
    )
    press(editor, document, "_share")
    press(editor, page, "_add", link=PreviewLink.objects.get().pk)

    shown = read(client, f"{mount()}/ny/")

    assert texts(shown, "//*[@data-element='documents']//a/span/span") == ["Fil"]
    assert listed(client, mount()) == ["Fil", "Ny"]


def test_the_banner_leads_to_each_draft(client, home, shared):
    links_ = read(client, f"{shared}/en/").xpath("//*[@data-element='preview']//a/@href")

    assert links_ == [f"{shared}/en/strategi/"]


def test_a_deleted_object_is_left_out(client, home, page, shared):
    door.delete(page)

    assert client.get(f"{shared}/").status_code == 200


def test_a_new_file_is_reached_through_the_link_alone(client, editor, page):
    document = Document.objects.create(
        title_da="Fil", page=page, file=ContentFile(pdf(), "a.pdf")
    )
    door.publish(document)
    public = body(client.get(document.get_absolute_url()))
    new = SimpleUploadedFile("b.pdf", pdf(lambda new: new.add_blank_page()))
    change(editor, document, "_draft", file=new)
    press(editor, document, "_share")

    found = client.get(mount() + document.get_absolute_url())

    assert body(found) != public
    assert body(client.get(document.get_absolute_url())) == public


# No longer, or never


def test_a_closed_link_says_so(client, editor, shared):
    press(editor, Page.objects.get(slug="strategi"), "_close", PreviewLink.objects.get().pk)

    response = client.get(f"{shared}/strategi/")

    assert response.status_code == 410
    assert b"Nyt" not in response.content


@pytest.mark.parametrize(("language", "path"), [("da", ""), ("en", "/en")])
def test_an_expired_link_says_so_in_the_language_of_the_address(client, shared, language, path):
    PreviewLink.objects.update(expires_at=timezone.now())

    response = client.get(f"{shared}{path}/strategi/")
    page = read(client, f"{shared}{path}/strategi/")

    assert (response.status_code, response["Content-Language"]) == (410, language)
    assert page.get("lang") == language
    assert page.xpath("//*[@data-element='language']//a/@href") == [
        f"{shared}/strategi/",
        f"{shared}/en/strategi/",
    ]


def test_a_link_is_open_for_two_weeks(shared):
    link = PreviewLink.objects.get()

    assert (link.expires_at - link.created_at).days in {13, 14}
    assert link.expires_at - link.created_at > timedelta(days=13, hours=23)


def test_no_link_can_be_made_up(client, shared):
    link = PreviewLink.objects.get()
    token = links.token_of(link)
    tampered = token[:-1] + ("A" if token[-1] != "A" else "B")
    others = [
        tampered,
        link.pk.hex,
        "x",
        signing.Signer(sep=".").sign(link.pk.hex),
        links.signer.sign("x"),
        links.signer.sign("0" * 32),
    ]

    assert [client.get(f"/forhaandsvis/{other}/").status_code for other in others] == [404] * 6


def test_nothing_of_a_link_is_kept_or_found(client, home, shared):
    closed = client.get("/forhaandsvis/x/")
    for response in [client.get(f"{shared}/"), client.get(f"{shared}/ingen/"), closed]:
        assert response["Cache-Control"] == "no-store"
        assert response["X-Robots-Tag"] == "noindex"
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
        assert not response.cookies
    assert "Disallow: /forhaandsvis/" in client.get("/robots.txt").content.decode().split("\n")


def test_a_link_gives_no_rights(shared):
    superuser = signed_in("superuser")

    assert superuser.get(f"{shared}/admin/").status_code == 404
    assert Client().get("/admin/pages/page/").status_code == 302
    assert superuser.get(f"{shared}/strategi/").wsgi_request.path.startswith("/forhaandsvis/")


@pytest.mark.parametrize("path", ["/forhaandsvis/", "/forhaandsvis/x/"])
def test_no_page_takes_the_address_of_the_links(path):
    assert is_reserved(path)


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_link_is_for_reading(client, shared, method):
    assert getattr(client, method)(f"{shared}/").status_code == 405


# Who may share


def test_sharing_and_closing_are_in_the_log(editor, page, shared):
    press(editor, page, "_close", PreviewLink.objects.get().pk)

    acts = Act.objects.of(page).order_by("-pk")[:2]
    assert [(act.action, act.user_name) for act in acts] == [
        ("unshared", "redaktør 1"),
        ("shared", "redaktør 1"),
    ]


def test_a_link_twice_to_the_same_shows_it_once(editor, page, shared):
    press(editor, page, "_add", link=PreviewLink.objects.get().pk)

    assert PreviewLink.objects.get().shared.count() == 1
    assert Act.objects.of(page).filter(action="shared").count() == 1


def test_whoever_may_only_look_may_not_share(editor, page):
    user = editor.get("/admin/").wsgi_request.user
    user.groups.clear()
    user.user_permissions.set(permissions("view_page"))

    assert editor.get(address(page, "preview", page.pk)).status_code == 200
    assert press(editor, page, "_share").status_code == 403
    assert not PreviewLink.objects.exists()


def permissions(*codenames):
    from django.contrib.auth.models import Permission

    return Permission.objects.filter(codename__in=codenames)


def test_another_s_link_is_not_theirs_to_change(page, shared):
    other = signed_in("udgiver")
    link = PreviewLink.objects.get()
    below = Page.objects.create(slug="ny", title_da="Under", parent=page)

    press(other, page, "_close", link.pk)
    press(other, below, "_add", link=link.pk)

    link.refresh_from_db()
    assert (link.is_open, link.shared.count()) == (True, 1)


@pytest.mark.parametrize("key", ["", "x", "0" * 32])
def test_a_link_that_is_none_is_not_closed(editor, page, key):
    assert press(editor, page, "_close", key).status_code == 302


def test_the_page_of_the_preview_offers_the_open_links(editor, page, shared, settings):
    shown = read(editor, address(page, "preview", page.pk))

    assert shown.xpath("//input[@readonly]/@value") == [f"{settings.SITE_URL}{shared}/"]


@pytest.mark.parametrize(("role", "seen"), [("udgiver", 0), ("administrator", 1)])
def test_one_sees_one_s_own_links_and_administrators_all(shared, role, seen):
    shown = read(signed_in(role), reverse("admin:publishing_previewlink_changelist"))

    assert len(shown.xpath("//table[@id='result_list']/tbody/tr")) == seen


def test_links_are_closed_in_their_list(client, editor, home, shared):
    url = reverse("admin:publishing_previewlink_changelist")

    editor.post(
        url,
        {"action": "close_selected", "_selected_action": [PreviewLink.objects.get().pk]},
    )

    assert client.get(f"{shared}/").status_code == 410


def test_a_link_writes_no_version(client, home, shared):
    before = Version.objects.count(), Act.objects.count()

    client.get(f"{shared}/strategi/")

    assert before == (Version.objects.count(), Act.objects.count())
