from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from content.publishing import kept
from content.publishing.models import Publishable

from .addresses import page_of


@dataclass
class Scene:
    """What a preview shows otherwise than the public site."""

    # As they stand in the scene.
    objects: list[Publishable] = field(default_factory=list)
    # Why some of it could not be published as it is.
    refusals: list[str] = field(default_factory=list)
    # The moment that is shown; None for what is to come.
    at: datetime | None = None
    # Whether it is framed by the admin, beside which the rest is told.
    is_framed: bool = False

    @property
    def entries(self):
        """Each object with the address to look at it."""
        return [(each, page_of(each)) for each in self.objects]


@contextmanager
def staged(stage):
    """What `stage()` puts up, until the block ends; then it has never been."""
    with kept.in_passing(), transaction.atomic():
        scene = stage()
        kept.look_back(scene.at)
        yield scene
        transaction.set_rollback(True)
