"""The database as the first release left it: its migrations, and a row in every table."""

from datetime import UTC, date, datetime, time
from uuid import UUID

from django.core.management.color import no_style
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

MIGRATIONS = [
    ("advice", "0001_initial"),
    ("networks", "0001_initial"),
    ("pages", "0001_initial"),
    ("publishing", "0001_initial"),
    ("search", "0002_lexemes"),
    ("site", "0001_initial"),
    ("statistics", "0001_initial"),
]
APPS = [app for app, _name in MIGRATIONS]
THEN = datetime(2026, 11, 22, 9, 30, 15, 123456, UTC)
PUBLIC = {"state": "published", "first_published_at": THEN, "last_updated_at": THEN}
SOURCE = {"source_name": "Referat", "source_url": "https://example.dk/", "source_date": THEN}


def key(number):
    return UUID(int=number)


def both(**texts):
    """A translated column, and that of its language."""
    return texts | {f"{name}_da": text for name, text in texts.items()}


# In this order: a row leads only to those before it. {kind: X} stands for a content type.
ROWS = [
    ("publishing.edition", {"id": 1, "number": 7, "key": key(1)}),
    (
        "site.sitesettings",
        {"id": 1, "phone": "+4533663366", "security_contact": "sikkerhed@example.dk"}
        | both(site_name="Forebyggelse", organisation="Københavns Kommune")
        | PUBLIC,
    ),
    ("pages.page", {"id": 1, "kind": "home", "path": "/"} | both(title="Forside") | PUBLIC),
    (
        "pages.page",
        {"id": 4, "slug": "strategi", "path": "/strategi/", "parent_id": 1}
        | both(title="Strategi", lead="Sådan", body="<p>Dansk <strong>tekst</strong>.</p>")
        | {"title_en": "Strategy", "next_review": date(2027, 1, 1)}
        | PUBLIC,
    ),
    (
        "pages.page",
        {"id": 9, "slug": "gammel", "path": "/gammel/", "parent_id": 1, "state": "withdrawn"}
        | both(title="Gammel")
        | {"policy": "replaced", "replaced_by_id": 4},
    ),
    (
        "pages.document",
        {"id": 1, "key": key(2), "page_id": 4, "file": "documents/plan", "size": 1234}
        | {"media_type": "application/pdf", "page_count": 2}
        | both(title="Handleplan")
        | PUBLIC,
    ),
    (
        "pages.recommendation",
        {"id": 3, "page_id": 4, "number": 1} | both(title="Tidlig indsats") | SOURCE | PUBLIC,
    ),
    ("pages.initiative", {"id": 2, "page_id": 4} | both(title="Mentorer") | PUBLIC),
    ("pages.initiative_follows", {"id": 1, "initiative_id": 2, "recommendation_id": 3}),
    (
        "networks.network",
        {"id": 1, "name": "Nordic Safe Cities", "slug": "nsc", "joined_year": 2017}
        | SOURCE
        | PUBLIC,
    ),
    ("networks.membercity", {"id": key(3), "network_id": 1} | both(name="Aarhus")),
    (
        "statistics.definition",
        {"id": 1}
        | both(name="Tal", referrals="Henvendelser", interventions="Indsatser")
        | PUBLIC,
    ),
    (
        "statistics.concernyear",
        {"id": 1, "year": 2014, "referrals": 60, "interventions": 22, "definition_id": 1}
        | {"recorded_in": 2026}
        | SOURCE
        | PUBLIC,
    ),
    (
        "advice.adviceunit",
        {"id": 1, "email": "vink@example.dk"} | both(name="VINK", anonymity="Ja") | PUBLIC,
    ),
    ("advice.phonenumber", {"id": key(4), "unit_id": 1, "number": "+4533172929"}),
    (
        "advice.openinghours",
        {"id": key(5), "unit_id": 1, "weekday": 0, "opens": time(9), "closes": time(15, 30)},
    ),
    ("advice.closedday", {"id": key(6), "unit_id": 1, "date": date(2026, 12, 24)}),
    (
        "advice.helpline",
        {"id": 1, "number": "112"} | both(name="Alarm 112", situation="Akut fare") | PUBLIC,
    ),
    (
        "advice.helplinehours",
        {"id": key(7), "line_id": 1, "weekday": 6, "opens": time(0), "closes": time(0)},
    ),
    (
        "publishing.address",
        {"id": 1, "path": "/strategi/", "is_current": True, "object_id": 4}
        | {"content_type": "page"},
    ),
    (
        "publishing.updatenote",
        {"id": 1, "object_id": 4, "content_type": "page", "published_at": THEN}
        | both(title="Strategi", note="Ny strategi"),
    ),
    (
        "search.searchentry",
        {"id": 1, "object_id": 4, "content_type": "page", "language": "da"}
        | {"title": "Strategi", "title_written_in": "da", "url": "/strategi/"}
        | {"text": "Dansk tekst.", "text_written_in": "da"},
    ),
    (
        "search.term",
        {"word": "strategi", "lexeme": "strategi", "head": "s", "tail": "i", "uses": 1},
    ),
]


def migrate(targets):
    """Bring the database to `targets` and return its models as they were then."""
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    # What is planned is planned from what was applied when the executor was made.
    return MigrationExecutor(connection).loader.project_state(targets).apps


def fill(apps):
    kinds = apps.get_model("contenttypes", "ContentType").objects
    for label, values in ROWS:
        values = dict(values)
        if kind := values.pop("content_type", None):
            values["content_type"], _is_new = kinds.get_or_create(app_label="pages", model=kind)
        apps.get_model(label).objects.create(**values)
    # The rows brought their numbers with them: the next ones come after.
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models(apps)):
            cursor.execute(statement)


def models(apps):
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in APPS
    ]


def rows(apps):
    return {
        model._meta.label_lower: list(model.objects.order_by("pk").values())
        for model in models(apps)
    }
