"""The addresses that the site itself answers at, read off its URLconf."""

import re

from django.conf import settings
from django.urls import URLResolver, get_resolver, resolve
from django.urls.exceptions import Resolver404
from django.utils import translation

# A route up to its first changing part: "netvaerk/" of "netvaerk/<slug:slug>/".
LITERAL = re.compile(r"[^<(\\^$]*")


def is_reserved(path):
    """Whether the site has something at `path`, or below it, other than pages."""
    with translation.override(settings.LANGUAGE_CODE):
        return (
            path.split("/")[1] in dict(settings.LANGUAGES)
            or path.startswith(settings.STATIC_URL)
            or any(answers(each) for each in [path, path.removesuffix("/")])
            or any(f"/{route}".startswith(path) for route in routes(get_resolver()))
        )


def answers(path):
    try:
        return resolve(path).view_name != "pages:page"
    except Resolver404:
        return False


def routes(resolver, prefix=""):
    """Every route's unchanging beginning."""
    for pattern in resolver.url_patterns:
        route = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, route)
        else:
            yield LITERAL.match(route)[0]
