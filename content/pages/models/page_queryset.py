from django.db.models import Value
from django.db.models.functions import Concat, Substr

from content.publishing.models import PublishableQuerySet

# The character that follows the slash in an index.
AFTER_SLASH = "0"


class PageQuerySet(PublishableQuerySet):
    def below(self, path):
        """
        Those whose addresses begin with `path`, at whatever depth.

        A stretch of the index on addresses, which are in the order of their bytes: a
        tree that is walked down costs as much as there are pages.
        """
        return self.filter(path__gt=path, path__lt=path[:-1] + AFTER_SLASH)

    def move(self, before, after):
        """Let what is below the address `before` be below `after`."""
        rest = Substr("path", len(before) + 1)
        self.below(before).update(path=Concat(Value(after), rest))
