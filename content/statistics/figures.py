from content.publishing.kept import kept_for_edition

from .models import ConcernYear


@kept_for_edition
def published_figures():
    """The years that the public sees, oldest first: the one source of page and files."""
    return list(ConcernYear.objects.published().for_display())
