"""The way to a page: the published pages between the front page and an address."""

from itertools import accumulate

from django.db.models import Q, Subquery

from content.publishing.languages import without_language

from .models import Page


def page_at(path):
    """
    The published page at `path`, None if there is none; by one query with those around it.

    Those above it are its `above`, those directly below it its `below`.
    """
    paths = [*paths_above(path), path]
    here = Page.objects.filter(path=path).order_by().values("pk")
    found = unordered(Q(path__in=paths) | Q(parent=Subquery(here)))
    by_path = {page.path: page for page in found}
    page = by_path.pop(path, None)
    if page:
        page.above = in_order([by_path[each] for each in paths if each in by_path])
        page.below = [each for each in by_path.values() if each.parent_id == page.pk]
    return page


def pages_above(instance, request):
    """From the top down, without the front page; of `instance`, or of the address asked for."""
    known = getattr(instance, "above", None)
    if known is not None:
        return known
    path = public_path(instance) or without_language(request.path_info)
    paths = paths_above(path)
    return in_order(unordered(Q(path__in=paths))) if paths else []


def unordered(condition):
    # Put in order here: Django looks for what it orders by among all columns of a page.
    return Page.objects.published().filter(condition).order_by()


def in_order(pages):
    return sorted(pages, key=lambda page: page.path)


def public_path(instance):
    return instance.get_public_path() if instance else None


def paths_above(path):
    """["/handleplaner/", "/handleplaner/vink/"] for "/handleplaner/vink/bilag/"."""
    *parts, _last = path.strip("/").split("/")
    return [f"/{path}" for path in accumulate(f"{part}/" for part in parts)]
