from django import template
from django.conf import settings
from django.urls import get_script_prefix, translate_url
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import get_language_info

from content.publishing import languages

register = template.Library()


@register.simple_tag
def lang_of(instance, field):
    """` lang="da"` where the field shows Danish on a page in another language."""
    if languages.falls_back(instance, field):
        return format_html(' lang="{}"', languages.DEFAULT)
    return ""


@register.simple_tag
def untranslated(instance):
    """How much of `instance` stands in Danish on a page in another language."""
    return languages.untranslated(instance, translation.get_language()) if instance else ""


@register.inclusion_tag("_language_switch.html", takes_context=True)
def language_switch(context):
    """A link to the same page in each language; to `address` where the context has one."""
    address = context.get("address") or context["request"].get_full_path_info()
    return {"versions": versions(context, address)}


@register.inclusion_tag("_alternates.html", takes_context=True)
def alternates(context):
    """
    Which address search engines keep, and where the translations are.

    A page that shows Danish for want of a translation is no version of its own: the
    Danish address is the one to keep.
    """
    shown = versions(context, context["request"].path_info)
    translated = [version for version in shown if version["is_translated"]]
    here = next((version for version in translated if version["is_current"]), translated[0])
    return {"origin": settings.SITE_URL, "canonical": here, "translated": translated}


def versions(context, address):
    """The page of `context` in every language, Danish first; without an object, `address`."""
    instance = context.get("object")
    active = translation.get_language()
    return [
        {
            "code": code,
            "name": get_language_info(code)["name_local"].capitalize(),
            "url": address_in(code, instance) if instance else address_below(address, code),
            "is_current": code == active,
            "is_translated": not instance or not languages.untranslated(instance, code),
        }
        for code, _name in settings.LANGUAGES
    ]


def address_below(address, language):
    """`address` in `language`; translate_url takes one without the site's own prefix."""
    prefix = get_script_prefix()
    url = translate_url(address, language)
    return url if url.startswith(prefix) else prefix + url.removeprefix("/")


def address_in(language, instance):
    with translation.override(language):
        return instance.get_absolute_url()
