from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing.attention.places import anchor, day
from content.publishing.attention.registry import source
from content.publishing.attention.row import Risk, Row
from content.publishing.links import broken


@source("link", _("Broken links"))
def broken_links():
    for link in broken():
        for use in link.uses.all():
            if use.source is not None:
                yield row(link, use)


def row(link, use):
    return Row(
        target=use.source,
        weight=Risk.SOON,
        what=gettext("The link to %(address)s does not work.") % {"address": link.url},
        since=day(link.checked_at),
        # A field in one of the rows is found by the row.
        anchor="" if "." in use.field else anchor(type(use.source), use.field),
    )
