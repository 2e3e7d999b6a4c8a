from pathlib import PurePath

from django import template
from django.urls import reverse

from content.pages.menus import addresses_in_menus, in_order, pages_in_menus
from content.pages.models import Page, PreventionLevel
from content.pages.trail import pages_above

register = template.Library()


@register.simple_tag(takes_context=True)
def menu_marks(context):
    """How each page of the menus is marked: what the menus of one page differ by."""
    here = context["request"].path
    return tuple(current(page, here) for page in pages_in_menus())


@register.inclusion_tag("pages/_main_menu.html", takes_context=True)
def main_menu(context):
    return {"entries": entries(Page.Menu.MAIN, context)}


@register.inclusion_tag("pages/_footer_menu.html", takes_context=True)
def footer_menu(context):
    """The editors' pages for the footer, and what the site's settings lead to."""
    return {"entries": entries(Page.Menu.FOOTER, context), "settings": context["settings"]}


def entries(menu, context):
    here = context["request"].path
    return [(page, current(page, here)) for page in pages_in_menus() if page.menu == menu]


def current(page, here):
    """The value of aria-current: "page" here, "true" for the part of the site around it."""
    address = addresses_in_menus()[page]
    if here == address:
        return "page"
    if page.kind != Page.Kind.HOME and here.startswith(address):
        return "true"
    return ""


@register.simple_tag
def main_pages():
    """The pages of the main menu, for the front page to present."""
    return [page for page in pages_in_menus() if page.menu == Page.Menu.MAIN]


@register.inclusion_tag("pages/_breadcrumbs.html", takes_context=True)
def breadcrumbs(context):
    """The way up; the front page itself has none."""
    request = context["request"]
    here = context.get("object")
    return {
        "object": here,
        "above": pages_above(here, request),
        "is_home": request.path == reverse("pages:home"),
    }


@register.simple_tag
def pages_below(page):
    return in_order(page.below)


@register.simple_tag
def documents_of(page):
    return page.documents.published()


@register.filter
def file_type(document):
    """What the file is called by its kind: "PDF", "DOCX"."""
    return PurePath(document.file_name).suffix.removeprefix(".").upper()


@register.simple_tag
def prevention_levels():
    return {level.name: level for level in PreventionLevel}


@register.simple_tag
def prevention_level(statement):
    return PreventionLevel(statement.level)
