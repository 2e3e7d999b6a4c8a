"""What a page of recommendations or an action plan lists below its text."""

from django.db.models import Prefetch

from content.publishing.latest import front_page_notes, targets_of
from content.publishing.prose.shown import know_addresses

from .models import Initiative, Page, Recommendation


def statements_on(page):
    """The statements of a page that has some. Asks at once for all that the page leads to."""
    read = OF_KIND.get(page.kind)
    statements = list(read(page)) if read else []
    notes = front_page_notes() if page.kind == Page.Kind.HOME else []
    know_addresses([page.body, *(each.text for each in statements)], targets_of(notes))
    return statements


def recommendations_of(page):
    """Each with the initiatives that follow it, wherever the public can read them."""
    initiatives = Initiative.objects.published().select_related("page")
    return page.recommendations.published().prefetch_related(
        Prefetch("initiatives", initiatives)
    )


def initiatives_of(page):
    """Each with the recommendations that it follows, wherever the public can read them."""
    recommendations = Recommendation.objects.published().select_related("page")
    return page.initiatives.published().prefetch_related(Prefetch("follows", recommendations))


OF_KIND = {
    Page.Kind.RECOMMENDATIONS: recommendations_of,
    Page.Kind.ACTION_PLAN: initiatives_of,
}
