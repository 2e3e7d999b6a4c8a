"""Where public texts lead: to each other, and to other sites."""

from content.publishing.models import ExternalLink


def broken():
    """The addresses that are known not to work, with the objects that lead to them."""
    return ExternalLink.objects.broken().with_uses()
