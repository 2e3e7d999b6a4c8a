"""Pages for what went wrong, in the address's language and with the number to call."""

from functools import wraps

from django.http import HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation

from content.advice.contact import last_known_contact
from content.publishing.languages import language_of_path


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


def too_many_requests(request):
    return render(request, "429.html", status=429)


@in_language_of_address
def server_error(request):
    """Needs neither the database nor the stylesheet; whatever else is broken, it answers."""
    contact = last_known_contact()
    try:
        page = render_to_string("500.html", {"contact": contact})
    except Exception:
        page = f"Fejl / Error. {contact.national}"
    return HttpResponseServerError(page)
