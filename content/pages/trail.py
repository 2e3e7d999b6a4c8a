"""The way to a page: the published pages above an address."""

from itertools import accumulate

from django.utils import translation

from .models import Page


def pages_above(instance, request):
    """From the front page down to the page above; of `instance`, or of the address."""
    path = public_path(instance) or path_without_language(request.path_info)
    return list(Page.objects.published().filter(path__in=paths_above(path)).order_by("path"))


def public_path(instance):
    return instance.get_public_path() if instance else None


def path_without_language(path):
    language = translation.get_language_from_path(path)
    return path.removeprefix(f"/{language}") if language else path


def paths_above(path):
    """["/", "/handleplaner/"] for "/handleplaner/vink/"."""
    *parts, _last = path.strip("/").split("/")
    above = list(accumulate(parts, lambda path, part: f"{path}{part}/", initial="/"))
    return above if path != "/" else []
