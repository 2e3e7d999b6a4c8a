from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from content.publishing.kept import former_moment

from . import index
from .finding import MOST_HITS, find
from .results import results
from .text import clean

LONGEST_QUERY = 200
PER_PAGE = 10


@require_safe
def search(request):
    if former_moment():
        # Who looks back searches what there was; the index of now comes back by itself.
        index.rebuild()
    query = clean(request.GET.get("q", "")[:LONGEST_QUERY])
    found = find(query, get_language())
    hits = Paginator(found.entries, PER_PAGE).get_page(request.GET.get("side"))
    response = render(
        request,
        "search/search.html",
        {
            "query": query,
            "longest_query": LONGEST_QUERY,
            "hits": hits,
            "results": results(hits.object_list, found.words),
            "there_may_be_more": hits.paginator.count >= MOST_HITS,
        },
    )
    if query:
        # What somebody fears is theirs: no cache keeps it, on the way or on their device.
        patch_cache_control(response, private=True, no_store=True)
    return response
