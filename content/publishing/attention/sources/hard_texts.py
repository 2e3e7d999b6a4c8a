from math import ceil

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing.attention.content import with_targets
from content.publishing.attention.places import anchor, day
from content.publishing.attention.registry import source
from content.publishing.attention.row import Risk, Row
from content.publishing.models import TextLix


@source("lix", _("Hard texts"))
def hard_texts():
    """Measured when they were published, so that nothing is read here but numbers."""
    lowest = min(settings.LIX_LIMIT, settings.LIX_LIMIT_IN_NEED)
    for measured in with_targets(TextLix.objects.filter(lix__gt=lowest)):
        if measured.target and measured.lix > limit(measured.target):
            yield row(measured)


def limit(target):
    return settings.LIX_LIMIT_IN_NEED if target.is_vital else settings.LIX_LIMIT


def row(measured):
    what = gettext("LIX %(lix)d, at most %(limit)d. The hardest sentence: “%(sentence)s”")
    return Row(
        target=measured.target,
        weight=Risk.LATER,
        what=what
        % {
            # Upwards, or it would seem to be within the limit.
            "lix": ceil(measured.lix),
            "limit": limit(measured.target),
            "sentence": measured.hardest,
        },
        since=day(measured.measured_at),
        anchor=anchor(type(measured.target), measured.column),
    )
