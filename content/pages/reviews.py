"""A page is looked through now and then; when, and when next, is told to the public."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from content.publishing import door, drafts
from content.publishing.dates import a_year_after
from content.publishing.history.snapshot import assign, plain, snapshot
from content.publishing.models import Draft
from content.publishing.note import Note

NEAR = timedelta(days=30)


def passed():
    return Q(next_review__lt=timezone.localdate())


def near():
    today = timezone.localdate()
    return Q(next_review__range=(today, today + NEAR))


def reviewed_today(page):
    """The dates of a page that has been looked through today."""
    today = timezone.localdate()
    return {"reviewed_on": today, "next_review": next_review(page, today)}


def next_review(page, today):
    """As long until the next as there was from the last, else a year."""
    if page.reviewed_on and page.next_review:
        return today + (page.next_review - page.reviewed_on)
    return a_year_after(today)


@transaction.atomic
def publish_review(page, *, author):
    """Tell the public at once, as a minor change; somebody's draft stays a draft."""
    dates, draft = reviewed_today(page), drafts.draft_of(page)
    was_behind = draft and drafts.is_behind(draft)
    assign(page, dates)
    page.full_clean()
    door.publish(page, author=author)
    if draft:
        keep_draft(page, draft.version, dates, author)
    if was_behind:
        Draft.objects.of(page).update(based_on=draft.based_on)


@transaction.atomic
def draft_review(page, *, author):
    """For those who may not publish, and for a page that is not public."""
    dates, draft = reviewed_today(page), drafts.draft_of(page)
    if draft:
        keep_draft(page, draft.version, dates, author)
        return
    data = snapshot(page)
    if not page.is_published:
        assign(page, dates)
        page.save()
    drafts.keep(page, with_dates(data, dates), author=author, note=Note(is_minor=True))


def keep_draft(page, version, dates, author):
    drafts.keep(page, with_dates(version.data, dates), author=author, note=Note.of(version))


def with_dates(data, dates):
    return {**data, "fields": {**data["fields"], **plain(dates)}}
