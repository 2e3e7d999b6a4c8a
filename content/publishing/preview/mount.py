"""The public site below an address of its own: every link in it stays there."""

from contextlib import contextmanager

from csp.constants import SELF
from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import (
    get_resolver,
    get_script_prefix,
    get_urlconf,
    is_valid_path,
    resolve,
    set_script_prefix,
    set_urlconf,
)
from django.urls.exceptions import Resolver404
from django.utils import translation

from content.publishing.languages import language_of_path
from content.publishing.middleware import what_became_of

from .scene import staged

# Who asks, and what they have already, is nothing to a page that is never kept.
LEFT_OUT = {
    "HTTP_COOKIE",
    "HTTP_AUTHORIZATION",
    "HTTP_IF_MODIFIED_SINCE",
    "HTTP_IF_NONE_MATCH",
    # Web servers' own words for SCRIPT_NAME, which Django believes more.
    "SCRIPT_URL",
    "REDIRECT_URL",
}
ABOUT_KEEPING = ["ETag", "Last-Modified", "Expires"]


def answer(request, mount, path, stage):
    """What the public gets at `path` once `stage` is set, its links below `mount`."""
    language = language_of_path(path)
    with staged(stage) as scene, below(mount), translation.override(language):
        inner = visitor_s(request, mount, path)
        inner.preview, inner.LANGUAGE_CODE = scene, language
        response = public_answer(inner)
        if hasattr(response, "render"):
            response.render()
    if response.get("Content-Type", "").startswith("text/html"):
        response.headers.setdefault("Content-Language", language)
    return never_kept(response)


@contextmanager
def below(mount):
    """Addresses are those of the public site, read and made below `mount`."""
    prefix, urlconf = get_script_prefix(), get_urlconf()
    set_script_prefix(f"{mount}/")
    set_urlconf(settings.PUBLIC_URLCONF)
    try:
        yield
    finally:
        set_script_prefix(prefix)
        set_urlconf(urlconf)


def visitor_s(request, mount, path):
    """The request as of a visitor of the public site, whoever sent it."""
    kept = {name: value for name, value in request.environ.items() if name not in LEFT_OUT}
    return WSGIRequest(kept | {"SCRIPT_NAME": as_sent(mount), "PATH_INFO": as_sent(path)})


def as_sent(text):
    """As WSGI has it: the bytes of UTF-8, each as a character."""
    return text.encode().decode("latin-1")


def public_answer(request):
    try:
        match = request.resolver_match = resolve(request.path_info)
        return match.func(request, *match.args, **match.kwargs)
    except Http404 as error:
        return moved(request, error) or not_found(request, error)


def not_found(request, error):
    return get_resolver(get_urlconf()).resolve_error_handler(404)(request, error)


def moved(request, error):
    """As the public site leads on from an address without its last slash, or a former one."""
    path = request.path_info
    if isinstance(error, Resolver404) and is_valid_path(f"{path}/"):
        # As Django's CommonMiddleware does, page or not.
        return HttpResponsePermanentRedirect(f"{request.path}/")
    return what_became_of(request)


def never_kept(response):
    """Nothing of a preview stays anywhere, and no search engine lists it."""
    response.cookies.clear()
    for name in ABOUT_KEEPING:
        response.headers.pop(name, None)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def framed(response):
    """For the admin's own pages to show in a frame."""
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    response._csp_replace = {"frame-ancestors": [SELF]}
    return response
