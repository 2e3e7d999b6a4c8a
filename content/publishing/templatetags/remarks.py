from django import template
from django.utils.text import capfirst

from content.publishing.admin.side_by_side import localized_label
from content.publishing.attention.places import anchor
from content.publishing.remarks import remarks

register = template.Library()


@register.inclusion_tag("admin/publishable/_remarks.html")
def remarks_on(instance):
    """What is worth mending in what the form shows."""
    return {"remarks": [(label(each), target(each), each) for each in remarks(instance)]}


def label(remark):
    if remark.language:
        name = localized_label(remark.field.translated_field, remark.language)
    else:
        name = capfirst(remark.field.verbose_name)
    if "." not in remark.name:
        return name
    return f"{capfirst(remark.field.model._meta.verbose_name_plural)}: {name}"


def target(remark):
    """The field in the form; one of a row is found by its name alone."""
    return "" if "." in remark.name else anchor(remark.field.model, remark.name)
