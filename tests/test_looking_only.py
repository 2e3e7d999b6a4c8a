"""Who may look and not change sees the text, and none of what is for writing."""

import pytest
from django.contrib.auth.models import Group, Permission
from lxml import html

from content.publishing.models import Opening

from .editors import address, change, signed_in


@pytest.fixture
def reader(db):
    group = Group.objects.create(name="læser")
    group.permissions.set(Permission.objects.filter(codename__startswith="view_"))
    return signed_in("læser")


def shown(client, instance):
    response = client.get(address(instance, "change", instance.pk))
    return html.fromstring(response.text).xpath("//*[@id='content']")[0]


def test_a_rich_text_is_read_without_its_markup(reader, page):
    document = shown(reader, page)

    texts = [
        each.text_content().strip() for each in document.xpath("//*[@class='difference']/p")
    ]
    assert "Dansk tekst." in texts
    assert "<p>" not in document.text_content()


def test_the_rows_are_read_with_what_they_belong_to(reader, advice_unit):
    document = shown(reader, advice_unit)

    headings = [each.text_content().strip() for each in document.xpath("//h3")]
    assert (
        "Telefonnummer: 33\N{NO-BREAK SPACE}17\N{NO-BREAK SPACE}29\N{NO-BREAK SPACE}29"
        in headings
    )


def test_a_draft_is_what_is_read(reader, page):
    change(signed_in("redaktør"), page, "_draft", title_da="Ny titel")

    assert "Ny titel" in shown(reader, page).text_content()


def test_there_is_nothing_to_fill_in(reader, page):
    document = shown(reader, page)

    fields = document.xpath(".//input[not(@type='hidden')] | .//textarea | .//select")
    assert fields == []


def test_nobody_is_warned_of_a_reader(reader, page):
    shown(reader, page)

    assert not Opening.objects.exists()


def test_what_a_group_may_do_is_read_kind_by_kind(db):
    group = Group.objects.get(name="redaktør")

    document = shown(signed_in("administrator"), group)

    lines = document.xpath("//*[contains(@class, 'field-permitted')]//div/strong/..")
    assert "Sider: må tilføje, må ændre, må se" in [each.text_content() for each in lines]


def test_the_permissions_of_a_group_are_ticked_kind_by_kind(admin_client):
    group = Group.objects.create(name="gæster")

    response = admin_client.get(address(group, "change", group.pk))

    choices = dict(response.context["adminform"].form.fields["permissions"].choices)
    assert [label for _value, label in choices["Sider"]] == [
        "må tilføje",
        "må ændre",
        "må slette",
        "må kræve et andet par øjne",
        "må udgive og trække tilbage",
        "må se",
    ]
