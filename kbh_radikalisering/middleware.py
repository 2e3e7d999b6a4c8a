"""What holds for every address of the site, and what every response says of itself."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.utils import translation

from content.publishing.languages import language_of_path


def language_from_address(get_response):
    """
    Choose the language by the address alone: English under /en/, else Danish.

    Django's LocaleMiddleware also reads a cookie and Accept-Language, and says so
    in Vary; here two visitors of one address always see the same page.
    """

    def middleware(request):
        language = language_of_path(request.path_info)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
            if response.get("Content-Type", "").startswith("text/html"):
                response.headers.setdefault("Content-Language", language)
            return response

    return middleware


def refuse_null_characters(get_response):
    """No address of the site has one, and PostgreSQL fails when it is asked for it."""

    def middleware(request):
        if "\0" in request.path_info:
            raise BadRequest("A null character in the address")
        return get_response(request)

    return middleware


def no_cookies_for_the_public(get_response):
    """Whatever a browser brings along from the admin, it is given no cookie elsewhere."""

    def middleware(request):
        response = get_response(request)
        if not request.path_info.startswith(f"/{settings.ADMIN_PATH}/"):
            response.cookies.clear()
        return response

    return middleware


def isolation_headers(get_response):
    """Nothing of this site is for another site to embed."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return middleware
