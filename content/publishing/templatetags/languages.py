from django import template
from django.utils.html import format_html

from content.publishing import languages

register = template.Library()


@register.simple_tag
def lang_of(instance, field):
    """` lang="da"` where the field shows Danish on a page in another language."""
    if languages.falls_back(instance, field):
        return format_html(' lang="{}"', languages.DEFAULT)
    return ""
