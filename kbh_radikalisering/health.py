"""Two questions of those who watch over the site: does it run, and can it serve?"""

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from content.publishing.plans.middleware import of_no_edition
from kbh_radikalisering.kept_pages.watch import watch

NO_ANSWER = "The database does not answer.\n"


@of_no_edition
@never_cache
@require_safe
def live(request):
    """The process answers. The database is no part of it: a restart would not mend that."""
    return HttpResponse("ok\n", content_type="text/plain")


@of_no_edition
@never_cache
@require_safe
def ready(request):
    """The database answers too, and has every table that this release needs."""
    if watch.is_away:
        return not_ready(NO_ANSWER)
    try:
        missing = missing_migrations()
    except Error:
        return not_ready(NO_ANSWER)
    if missing:
        return not_ready(f"Migrations are missing: {', '.join(missing)}\n")
    return HttpResponse("ok\n", content_type="text/plain")


def missing_migrations():
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def not_ready(reason):
    return HttpResponse(reason, status=503, content_type="text/plain")
