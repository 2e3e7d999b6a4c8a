"""Each page of the admin opens, in Danish, whatever is in the database."""

import pytest
from django.contrib import admin
from django.urls import reverse
from lxml import html

pytestmark = pytest.mark.usefixtures(
    "site_settings", "page", "advice_unit", "help_line", "network", "concern_year"
)

MODELS = [each.opts.label_lower for each in admin.site._registry.values()]


def address(label, view, *args):
    return reverse(f"admin:{label.replace('.', '_')}_{view}", args=args)


@pytest.mark.parametrize("label", MODELS)
def test_each_list_opens(admin_client, label):
    response = admin_client.get(address(label, "changelist"), follow=True)

    assert response.status_code == 200
    assert response.context["opts"].label_lower == label


@pytest.mark.parametrize("label", MODELS)
def test_each_form_opens(admin_client, label):
    model = next(m for m in admin.site._registry if m._meta.label_lower == label)
    for instance in model._default_manager.all()[:1]:
        response = admin_client.get(address(label, "change", instance.pk))

        assert response.context["original"] == instance


@pytest.mark.parametrize("label", MODELS)
def test_each_form_for_a_new_one_opens_or_is_refused(admin_client, label):
    model_admin = next(a for a in admin.site._registry.values() if a.opts.label_lower == label)

    response = admin_client.get(address(label, "add"))

    may_add = model_admin.has_add_permission(response.wsgi_request)
    assert response.status_code == (200 if may_add else 403)


def test_the_start_page_counts_what_is_public(admin_client):
    response = admin_client.get(reverse("admin:index"))

    public = {str(row["name"]): row["public"] for row in response.context["overview"]}
    assert sum(public.values()) == 7


def test_each_field_in_a_table_of_rows_says_its_column(admin_client, help_line):
    response = admin_client.get(address("advice.helpline", "change", help_line.pk))

    document = html.fromstring(response.text)
    row = document.xpath("//tr[contains(@class, 'empty-form')]")[0]
    fields = row.xpath(".//select | .//input[@type='text']")
    names = [document.xpath(f"//label[@for='{field.get('id')}']")[0].text for field in fields]
    assert names == ["Ugedag", "Åbner", "Lukker"]
