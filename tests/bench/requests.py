"""What is asked of a scratch site, by name."""

import os
import subprocess
import sys
import uuid
from functools import partial

from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from content.pages.models import Page
from content.publishing import door
from content.publishing.models import Edition
from tests.bench.content import EDITOR
from tests.bench.queries import queries

FIRST_ANSWER = """
from kbh_radikalisering.wsgi import application
from tests.bench.requests import get
get("/")
"""


# Of nobody in particular; made once, as a worker loads its middleware once.
VISITOR = Client(HTTP_HOST="127.0.0.1")


def requests():
    """In the order of the table: {name: function}."""
    top = Page.objects.get(slug="side-1")
    leaf = Page.objects.order_by("pk").last()
    return {
        "front page": partial(get, "/"),
        "front page, first of an edition": partial(first_of_an_edition, "/"),
        "page at the top": partial(get, top.path),
        "page at the bottom": partial(get, leaf.path),
        "the same in English": partial(get, f"/en{leaf.path}"),
        "page, first of an edition": partial(first_of_an_edition, leaf.path),
        "statistics": partial(get, "/statistik/"),
        "updates": partial(get, "/opdateringer/"),
        "not found": partial(get, "/findes-ikke/", 404),
        **{f"search: {name}": partial(search, query) for name, query in queries().items()},
        "sitemap, index": partial(get, "/sitemap.xml"),
        "sitemap, section": partial(get, "/sitemap-sider-0.xml"),
        **admin(top, leaf),
        "publish a page at the bottom": partial(publish, leaf),
        "publish a page at the top": partial(publish, top),
        "start-up to the first page": start_up,
    }


def admin(top, leaf):
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(get_user_model().objects.get_by_natural_key(EDITOR))
    addresses = {
        "start page": "",
        "list of pages": "pages/page/",
        "list of pages, last": f"pages/page/?p={(Page.objects.count() - 1) // 100 + 1}",
        "list of pages, searched": f"pages/page/?q={leaf.title.split()[0]}",
        "list of pages without English": "pages/page/?translation=missing",
        "list of documents": "pages/document/",
        "form of a page at the top": f"pages/page/{top.pk}/change/",
        "form of a page at the bottom": f"pages/page/{leaf.pk}/change/",
        "form of a new page": "pages/page/add/",
        "form of a new document": "pages/document/add/",
        "log": "publishing/act/",
    }
    return {
        f"admin: {name}": partial(get, f"/admin/{address}", client=client)
        for name, address in addresses.items()
    }


def get(address, status=200, client=VISITOR):
    response = client.get(address)
    if response.status_code != status:
        raise SystemExit(f"{address} answered {response.status_code}.")


def search(query):
    VISITOR.get("/soeg/", {"q": query})


def first_of_an_edition(address):
    Edition.objects.update(key=uuid.uuid4())
    get(address)


def publish(page):
    """All of a publication but its commit, so that the site stays as it is."""
    with transaction.atomic():
        door.publish(Page.objects.get(pk=page.pk))
        transaction.set_rollback(True)


def start_up():
    subprocess.run([sys.executable, "-c", FIRST_ANSWER], env=os.environ, check=True)
