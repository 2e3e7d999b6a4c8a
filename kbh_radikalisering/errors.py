"""Pages for what went wrong, in the address's language and with the number to call."""

import sys
from functools import wraps

from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import get_script_prefix, reverse
from django.utils import translation
from django.views.decorators.cache import never_cache

from content.advice.contact import last_known_contact
from content.publishing.languages import language_of_path

# Seconds.
RETRY_AFTER = "30"


def in_language_of_address(view):
    """For errors raised before the middleware that chooses the language."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        language = language_of_path(request.path_info)
        with translation.override(language):
            return view(request, *args, **kwargs)

    return wrapper


@in_language_of_address
def bad_request(request, exception):
    return render(request, "400.html", status=400)


def not_found(request, exception):
    """The same for every address: what is missing is missing in the other language too."""
    home = reverse("pages:home").removeprefix(get_script_prefix())
    return render(request, "404.html", {"address": f"/{home}"}, status=404)


def missing_file(request, name):
    """No page that only lacks its slash: another machine's release may have it."""
    raise Http404


@never_cache
def too_many_requests(request):
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = "60"
    return response


@in_language_of_address
def server_error(request):
    """A fault of ours, or of the database, which may be back in a moment."""
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return server_unavailable(request)
    return HttpResponse(page_for_fault(), status=500)


@in_language_of_address
def server_unavailable(request):
    """While the database is away: nothing is asked of it."""
    return HttpResponse(page_for_fault(), status=503, headers={"Retry-After": RETRY_AFTER})


def page_for_fault():
    """Needs neither the database nor the stylesheet; whatever else is broken, it answers."""
    contact = last_known_contact()
    try:
        return render_to_string("500.html", {"contact": contact})
    except Exception:
        return f"Fejl / Error. {contact.national}"
