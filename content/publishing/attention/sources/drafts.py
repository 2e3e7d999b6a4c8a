from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing.attention.content import with_targets
from content.publishing.attention.places import day
from content.publishing.attention.registry import source
from content.publishing.attention.row import Risk, Row
from content.publishing.models import Draft


@source("draft", _("Drafts"))
def open_drafts():
    drafts = Draft.objects.select_related("version").defer("version__data")
    for draft in with_targets(drafts):
        who = draft.version.author_name or "–"
        yield Row(
            target=draft.target,
            weight=Risk.LATER,
            what=gettext("A draft by %(who)s has not been published.") % {"who": who},
            since=day(draft.version.saved_at),
        )
