"""The updates as an Atom feed, one for each language."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import linebreaks
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.publishing.latest import address_of, know_addresses_of, latest_notes
from content.site.templatetags.site import site_settings


class UpdatesFeed(Atom1Feed):
    def latest_post_date(self):
        # A feed without entries is not new at each look.
        return super().latest_post_date() if self.items else datetime(2026, 1, 1, tzinfo=UTC)


@require_safe
def updates(request):
    """Addresses begin with SITE_URL: django.contrib.syndication takes them from the visitor."""
    site = site_settings()
    feed = UpdatesFeed(
        title=_("Updates from “%s”") % site.site_name,
        link=absolute(reverse("updates")),
        feed_url=absolute(reverse("updates_feed")),
        feed_guid=tag("opdateringer"),
        description=_("What has changed on the site."),
        author_name=site.organisation,
        language=get_language(),
    )
    know_addresses_of(latest_notes())
    for note in latest_notes():
        feed.add_item(
            title=note.title,
            link=absolute(address_of(note) or reverse("updates")),
            unique_id=tag(f"opdatering/{note.pk}"),
            description=linebreaks(note.note, autoescape=True),
            pubdate=note.published_at,
            updateddate=note.published_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def tag(name):
    """An identifier that stays when the address changes (RFC 4151)."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},2026:{get_language()}/{name}"


def absolute(address):
    return settings.SITE_URL + address
