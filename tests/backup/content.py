"""A site with something of everything, and all there is of it, read past the backup's code."""

from datetime import timedelta

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from content.networks.models import Network
from content.pages.models import Document, Page
from content.publishing import door, drafts, presence
from content.publishing.history.snapshot import snapshot
from content.publishing.plans import making
from content.publishing.preview import links
from kbh_radikalisering.initial_content import loader
from tests.files import pdf, picture

# What a restore leaves out or makes anew.
ANEW = {
    "sessions.session",
    "publishing.opening",
    "publishing.edition",
    "search.searchentry",
    "search.term",
    "search.unsent",
}


def fill():
    loader.load()
    editor = User.objects.create_user("Åse Ørsted", "aase@example.dk", "et langt kodeord")
    editor.groups.add(Group.objects.get(name="redaktør"))
    Session.objects.create(session_key="k" * 32, session_data="", expire_date=timezone.now())
    page = Page.objects.get(path="/strategi/")
    presence.arrive(page, editor)
    drafts.keep(page, snapshot(page), author=editor)
    links.share(page, by=editor)
    making.make(timezone.now() + timedelta(days=1), [], author=editor, title="Åbning")
    document = Document(page=page, title_da="Plan", file=ContentFile(pdf(), "plan.pdf"))
    door.publish(document, author=editor)
    # The first file is named by a former version alone.
    document.file = ContentFile(picture("PNG", (300, 300)), "plan.png")
    document.alt_da = "Et blåt felt"
    door.publish(document, author=editor, note_da="Ny udgave", note_en="New edition")
    door.delete(Network.objects.latest("pk"), author=editor)


def rows():
    """Every row of every model but those ANEW, as Python's values."""
    return {
        model._meta.label_lower: list(QuerySet(model).order_by("pk").values_list(*names(model)))
        for model in apps.get_models(include_auto_created=True)
        if model._meta.label_lower not in ANEW
    }


def names(model):
    return [field.attname for field in model._meta.concrete_fields]


def stored():
    """Every row as the database itself has it."""
    with connection.cursor() as cursor:
        return {
            table: every_row(cursor, table)
            for table in connection.introspection.table_names(cursor)
            if table not in tables(ANEW) and not table.startswith(("django_migr", "search_lex"))
        }


def every_row(cursor, table):
    cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
    return sorted(map(repr, cursor.fetchall()))


def tables(labels):
    return {apps.get_model(label)._meta.db_table for label in labels}


def files(site):
    return {
        file.relative_to(site.media).as_posix(): file.read_bytes()
        for file in site.media.rglob("*")
        if file.is_file()
    }
