from functools import wraps

from django.views.decorators.http import conditional_page, require_safe


def open_data(view):
    """
    For everyone to fetch, other sites' scripts included.

    The ETag follows from what is sent. There is no Last-Modified: a minor edit
    changes the data and not the date.
    """

    @require_safe
    @conditional_page
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return wrapper
