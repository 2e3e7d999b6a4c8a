"""The scratch site's content, stored in bulk."""

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from content.pages.models import Document, Page
from content.publishing.models import Edition
from content.search import index
from content.statistics.models import ConcernYear, Definition
from tests.bench.pages import Tree
from tests.bench.published import store
from tests.bench.texts import Writer

SEED = 20161
EDITOR = "bench"
MOST_YEARS = 200
# Pages made at a time.
BATCH = 1000


def is_filled():
    call_command("migrate", verbosity=0)
    return Edition.objects.exists()


def fill(pages):
    call_command("collect")
    call_command("load_initial_content")
    get_user_model().objects.create_superuser(EDITOR)
    writer = Writer(SEED)
    with transaction.atomic():
        add_pages(writer, pages - Page.objects.count())
        add_documents(writer, pages // 10)
        add_years(min(MOST_YEARS, pages // 10))
        index.rebuild()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def add_pages(writer, number):
    tree = Tree(writer)
    while number > 0:
        made = [tree.page() for _ in range(min(BATCH, number, tree.room()))]
        store(made)
        tree.grow(made)
        number -= len(made)


def add_documents(writer, number):
    """All of them the same file: a download reads one, however many there are."""
    name = default_storage.save("documents/bench", ContentFile(b"%PDF-1.7"))
    pages = Page.objects.published().filter(kind=Page.Kind.ARTICLE)
    hosts = pages.values_list("pk", flat=True).order_by("-pk")[:number]
    store(
        Document(
            page_id=host,
            title_da=writer.title("da"),
            title_en=writer.title("en"),
            file=name,
            media_type="application/pdf",
            size=8,
            page_count=1,
        )
        for host in hosts
    )


def add_years(number):
    """Backwards from the first that there is; every fiftieth year another definition."""
    first = ConcernYear.objects.earliest("year").year
    known = ConcernYear.objects.count()
    definition = Definition.objects.first()
    years = []
    for place in range(number - known):
        if place % 50 == 0:
            definition = Definition(name_da=f"Opgørelse {place}", referrals_da="Opkald")
            definition.interventions_da = "Forløb"
            store([definition])
        years.append(
            ConcernYear(
                year=first - 1 - place,
                referrals=100 + place % 37,
                interventions=20 + place % 11,
                definition=definition,
                recorded_in=timezone.localdate().year,
                source_name="Kommunens årlige opgørelse",
                source_url=f"https://example.dk/opgoerelser/{first - 1 - place}",
                source_date=timezone.localdate(),
            )
        )
    store(years)
