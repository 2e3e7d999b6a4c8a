"""A site that has no such server writes nothing down for one."""

from django.conf import settings

from . import telling


def server_is_forgotten(**kwargs):
    """At each start: one that is named later knows nothing of what was published meanwhile."""
    if settings.OPENSEARCH is None:
        telling.mark_all()
