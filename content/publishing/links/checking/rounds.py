"""One round of the links that are due."""

import logging
from collections import Counter
from datetime import timedelta

from django.utils import timezone

from content.publishing.models import ExternalLink
from content.publishing.models.external_link import Reason
from content.publishing.prose.hrefs import split

from .answer import Answer
from .judging import judged, wanted

log = logging.getLogger(__name__)

# A round that was broken off leaves its link to a later one.
CLAIM = timedelta(hours=1)


def go_round(asker, limit=None):
    """Check the links that are due, each kept at once; how many are in each state."""
    counts = Counter()
    resting = {}
    for link in ExternalLink.objects.due(timezone.now())[:limit]:
        host = host_of(link.url)
        if host in resting:
            store(link, {"next_check_at": resting[host]})
        elif claim(link):
            answer = asked(asker, link.url)
            found = judged(link, answer, timezone.now())
            store(link, found)
            counts[found["status"]] += 1
            if answer.retry_after:
                resting[host] = found["checked_at"] + wanted(answer)
    return counts


def host_of(url):
    parts = split(url)
    return parts.netloc if parts else ""


def claim(link):
    """Whether nobody else checks `link` at the moment."""
    claimed = ExternalLink.objects.filter(pk=link.pk, next_check_at=link.next_check_at)
    return claimed.update(next_check_at=timezone.now() + CLAIM) == 1


def store(link, columns):
    # A publication may have taken the link away meanwhile.
    ExternalLink.objects.filter(pk=link.pk).update(**columns)


def asked(asker, url):
    try:
        return asker.ask(url)
    except Exception:
        # Whatever one site may answer, the others are asked too.
        log.exception("The link %s can't be checked.", url)
        return Answer(reason=Reason.NONSENSE)
