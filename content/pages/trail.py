"""The way to a page: the published pages between the front page and an address."""

from itertools import accumulate

from content.publishing.languages import without_language

from .models import Page


def pages_above(instance, request):
    """From the top down, without the front page; of `instance`, or of the address asked for."""
    path = public_path(instance) or without_language(request.path_info)
    paths = paths_above(path)
    if not paths:
        return []
    return list(Page.objects.published().filter(path__in=paths).order_by("path"))


def public_path(instance):
    return instance.get_public_path() if instance else None


def paths_above(path):
    """["/handleplaner/", "/handleplaner/vink/"] for "/handleplaner/vink/bilag/"."""
    *parts, _last = path.strip("/").split("/")
    return [f"/{path}" for path in accumulate(f"{part}/" for part in parts)]
