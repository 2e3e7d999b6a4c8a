from dataclasses import dataclass

from django.conf import settings
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from content.publishing.languages import language_of_path, without_language

from . import links
from .coming import coming
from .mount import answer, never_kept


@dataclass
class Closed:
    """What the switch between languages leads to where a preview has been."""

    token: str
    path: str

    def get_absolute_url(self):
        language = translation.get_language()
        prefix = "" if language == settings.LANGUAGE_CODE else f"/{language}"
        mount = reverse("preview", args=[self.token]).removesuffix("/")
        return f"{mount}{prefix}{without_language(self.path)}"


@require_safe
def shared(request, token, path=""):
    """The site with the drafts of a preview link, for whoever has its address."""
    link = links.found(token)
    if link is None or not link.is_open:
        return closed(request, link, token, f"/{path}")
    mount = links.address_of(link).removesuffix("/")
    return answer(request, mount, f"/{path}", lambda: coming(link.targets))


def closed(request, link, token, path):
    language = language_of_path(path)
    with translation.override(language):
        response = render(
            request,
            "publishing/preview_closed.html",
            {"link": link, "object": Closed(token, path)},
            status=410 if link else 404,
        )
    response.headers["Content-Language"] = language
    return never_kept(response)
