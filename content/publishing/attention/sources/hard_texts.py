from math import ceil

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing.attention.content import with_targets
from content.publishing.attention.places import anchor, day
from content.publishing.attention.registry import source
from content.publishing.attention.row import Risk, Row
from content.publishing.models import TextLix
from content.publishing.reading_limits import ELSEWHERE, IN_NEED, limit_of


@source("lix", _("Hard texts"))
def hard_texts():
    """Measured when they were published, so that nothing is read here but numbers."""
    lowest = min(IN_NEED, ELSEWHERE)
    for measured in with_targets(TextLix.objects.filter(lix__gt=lowest)):
        if measured.target and measured.lix > limit_of(measured.target):
            yield row(measured)


def row(measured):
    what = gettext("LIX %(lix)d, at most %(limit)d. The hardest sentence: “%(sentence)s”")
    return Row(
        target=measured.target,
        weight=Risk.LATER,
        what=what
        % {
            # Upwards, or it would seem to be within the limit.
            "lix": ceil(measured.lix),
            "limit": limit_of(measured.target),
            "sentence": measured.hardest,
        },
        since=day(measured.measured_at),
        anchor=anchor(type(measured.target), measured.column),
    )
