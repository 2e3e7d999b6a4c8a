"""The pages of the menus, which stand on every page."""

from functools import partial

from content.publishing.every_page import on_every_page
from content.publishing.kept import kept_for_edition

from .models import Page


def of_menu(menu):
    return Page.objects.published().filter(menu=menu)


# One by one: for both at once, or for all but “none”, SQLite looks through all pages.
read_main = on_every_page("main menu", partial(of_menu, Page.Menu.MAIN))
read_footer = on_every_page("footer menu", partial(of_menu, Page.Menu.FOOTER))


@kept_for_edition
def pages_in_menus():
    return in_order([*read_main(), *read_footer()])


@kept_for_edition
def addresses_in_menus():
    return {page: page.get_absolute_url() for page in pages_in_menus()}


def in_order(pages):
    """As editors want them."""
    return sorted(pages, key=lambda page: (page.position, page.path))
