"""Whoever writes in a form is shown what it could look like."""

import pytest
from django.contrib import admin
from django.utils.translation import override

from content.publishing.admin import PublishingAdmin
from content.publishing.rich_text import RichTextField

CONTENT = [each for each in admin.site._registry.values() if isinstance(each, PublishingAdmin)]
# Chosen, ticked or picked from a calendar; a place in the order has a number already.
NOT_WRITTEN = {"DateField", "BooleanField", "InspectedFileField", "UUIDField"}


def written(model):
    return [
        field
        for field in model._meta.fields
        if field.editable
        and not (field.choices or field.is_relation or isinstance(field, RichTextField))
        and field.get_internal_type() not in NOT_WRITTEN
        and type(field).__name__ not in NOT_WRITTEN
        and field.name not in {"id", "position"}
    ]


@pytest.mark.parametrize("content", CONTENT, ids=lambda each: each.opts.model_name)
def test_each_field_that_is_written_in_has_an_example(content):
    models = [content.model, *[each.model for each in content.inlines]]
    fields = [field for model in models for field in written(model)]

    with override("da"):
        bare = [str(field) for field in fields if "Eksempel: " not in str(field.help_text)]
    assert (len(fields) > 0, bare) == (True, [])
