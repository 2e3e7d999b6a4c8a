from django import template

from content.publishing.admin.external_links import form_of
from content.publishing.links.internal import leading_to

register = template.Library()

TEMPLATE = "admin/publishable/_linked_from.html"


@register.inclusion_tag(TEMPLATE)
def linked_from(instance):
    """The public objects whose texts lead to `instance`, and would do so no more."""
    return linked_from_any([instance])


@register.inclusion_tag(TEMPLATE)
def linked_from_any(objects):
    """The same of several objects of one kind."""
    return {"sources": [(str(each), form_of(each)) for each in leading_to(objects)]}
