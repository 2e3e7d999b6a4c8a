"""What is asked for first after each publication."""

from django.db import connection
from django.urls import reverse

from content.pages.models import Page
from content.publishing.languages import each_language


def front_addresses():
    """The front page and the pages of the main menu, in each language."""
    try:
        pages = list(Page.objects.published().filter(menu=Page.Menu.MAIN).order_by("position"))
        return [
            address
            for _code in each_language()
            for address in [reverse("pages:home"), *(page.get_absolute_url() for page in pages)]
        ]
    finally:
        connection.close()
