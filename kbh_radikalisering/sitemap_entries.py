"""What stands in the sitemap: read as columns, for whole objects take too long."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from django.db.models import Case, Count, F, Max, Value, When
from django.urls import reverse

from content.networks.models import Network
from content.pages.models import Page
from content.publishing.rules import untranslated

# Objects in a file. Each stands in it once a language; 50,000 addresses are allowed.
IN_A_FILE = 1000


class Entry(NamedTuple):
    # Without language.
    path: str
    changed: datetime | None
    is_translated: bool


class Kind(NamedTuple):
    model: type
    # The column that the address is made of.
    column: str
    path_of: Callable[[str], str]

    def objects(self):
        return self.model.objects.published()

    def files(self):
        """{number: (how many objects, when one of them last changed)}, in one query."""
        found = (
            self.objects()
            .order_by()
            .annotate(number=F("pk") / IN_A_FILE)
            .values("number")
            .annotate(size=Count("pk"), changed=Max("last_updated_at"))
            .values_list("number", "size", "changed")
        )
        return {number: (size, changed) for number, size, changed in sorted(found)}

    def file(self, number):
        """The entries of one file: a stretch of keys, so that none is counted past."""
        first = number * IN_A_FILE
        return self.entries(self.objects().filter(pk__gte=first, pk__lt=first + IN_A_FILE))

    def entries(self, objects):
        english = Case(When(untranslated(self.model), then=Value(False)), default=Value(True))
        rows = objects.order_by("pk").annotate(is_translated=english)
        return [
            Entry(self.path_of(value), changed, bool(is_translated))
            for value, changed, is_translated in rows.values_list(
                self.column, "last_updated_at", "is_translated"
            )
        ]


KINDS = {
    "sider": Kind(Page, "path", str),
    "netvaerk": Kind(Network, "slug", lambda slug: Network(slug=slug).get_public_path()),
}


def all_entries():
    """For a site that fits in one file."""
    found = [entry for kind in KINDS.values() for entry in kind.entries(kind.objects())]
    return [*found, *lists()]


def lists():
    """Pages that are made of others."""
    return [Entry(reverse("updates"), None, True)]
