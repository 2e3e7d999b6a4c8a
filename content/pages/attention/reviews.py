from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.pages.models import Page
from content.pages.reviews import near, passed
from content.publishing.attention.registry import source
from content.publishing.attention.row import Risk, Row
from content.publishing.rules import in_use


@source("review", _("Reviews"))
def reviews():
    due = in_use(Page.objects.select_related("owner")).filter(passed() | near())
    return map(row, due)


def row(page):
    has_passed = page.next_review < timezone.localdate()
    what = (
        gettext("Should have been reviewed by %s.")
        if has_passed
        else gettext("To be reviewed by %s.")
    )
    return Row(
        target=page,
        weight=Risk.SOON if has_passed else Risk.LATER,
        what=what % date_format(page.next_review),
        since=page.next_review,
        anchor="reviewed",
        due=page.next_review,
        owner=page.owner,
    )
