"""Whoever asks first after the time has come carries out what is due."""

import logging

from django.db import Error
from django.utils import timezone

from content.publishing.kept import look_again, next_due
from content.publishing.reading import from_the_first

from .carrying_out import carry_out_due

logger = logging.getLogger(__name__)


def due_plans_first(get_response):
    """
    Middleware: a timer that was missed never matters.

    It asks what every page asks anyway, once a view has been found.
    """

    def middleware(request):
        return get_response(request)

    def process_view(request, view, args, kwargs):
        if not shows_content(request, view):
            return
        if is_due():
            carry_out_for_visitor()
        elif request.method == "POST":
            # A save may start an edition itself.
            look_again()

    middleware.process_view = process_view
    return middleware


def shows_content(request, view):
    """In the admin nothing hangs on it before something is saved."""
    if getattr(view, "of_no_edition", False):
        return False
    is_admin = "admin" in request.resolver_match.app_names
    return request.method == "POST" or not is_admin


def carry_out_for_visitor():
    try:
        with from_the_first():
            carry_out_due(timezone.now())
    except Error:
        # The visitor gets the page as it was; the next one tries again.
        logger.exception("What is due could not be carried out")
    look_again()


def is_due():
    due_at = next_due()
    return due_at is not None and due_at <= timezone.now()


def of_no_edition(view):
    """For a view without content, which must answer when the database does not."""
    view.of_no_edition = True
    return view
