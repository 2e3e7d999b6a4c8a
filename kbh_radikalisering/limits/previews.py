"""Who opens preview links: each page of one is made from drafts, which is much work."""

from kbh_radikalisering.errors import too_many_requests

from . import visitors
from .limit import Limit

PREFIX = "/forhaandsvis/"
# A reader of drafts opens a page now and then; a class of pupils may sit behind one address.
MOST = 120

limit = Limit("previews", MOST)


def previews_within_limit(get_response):
    """Middleware: a styled answer to whoever asks for more previews than can be read."""

    def middleware(request):
        if is_preview(request) and not limit.allows(visitors.of_request(request)):
            return too_many_requests(request)
        return get_response(request)

    return middleware


def is_preview(request):
    return request.path_info.startswith(PREFIX)
