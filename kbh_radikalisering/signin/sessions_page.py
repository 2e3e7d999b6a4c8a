"""Where one is signed in, and ending it there."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext

from . import security_log
from .browsers import name_of
from .sessions import keep_going


@login_required
def own_sessions(request):
    keep_going(request)
    found = UserSession.objects.purge_and_list(request.user)
    if request.method == "POST":
        return end(request, found)
    rows = [
        {"session": each, "browser": name_of(each.user_agent), "is_this": each.is_current()}
        for each in sorted(found, key=lambda each: each.last_seen_at, reverse=True)
    ]
    return TemplateResponse(request, "signin/sessions.html", {"rows": rows})


def end(request, found):
    """The one that was chosen, or all but this."""
    chosen = request.POST.get("session")
    for each in found:
        if not each.is_current() and chosen in (str(each.pk), "others"):
            each.end()
            security_log.note(request, "session ended", request.user)
    messages.success(request, gettext("Signed out there."))
    return redirect("own_sessions")
