"""How long somebody stays signed in: not long unused, and never past the working day."""

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.utils import timezone

from .addresses import is_of_admin

STARTED = "signed_in_at"
SEEN = "seen_at"
# A session is written at most so often, in seconds.
STEP = 60


def begin(request, **kwargs):
    """Receiver of user_logged_in."""
    request.session[STARTED] = request.session[SEEN] = timezone.now().timestamp()


def end_in_time(get_response):
    """
    Middleware: what the admin is asked for keeps a session going, up to its end.

    Django itself ends one that nothing has been written to for SESSION_COOKIE_AGE.
    """

    def middleware(request):
        if is_of_admin(request.path_info) and request.user.is_authenticated:
            if since(request, STARTED) > settings.SIGNED_IN_AT_MOST.total_seconds():
                logout(request)
            elif since(request, SEEN) > STEP and is_somebody_there(request):
                keep_going(request)
        return get_response(request)

    return middleware


def since(request, moment):
    return timezone.now().timestamp() - request.session.get(moment, 0)


def is_somebody_there(request):
    """A form that lies open says so by itself; that is nobody, until it was typed in."""
    return not request.path_info.endswith("/presence/") or "typed" in request.POST


def keep_going(request):
    request.session[SEEN] = timezone.now().timestamp()
    own = UserSession.objects.filter(session_key=request.session.session_key)
    if not own.update(last_seen_at=timezone.now()):
        # A new password gives the session another key.
        UserSession.objects.create_from_request(request)
