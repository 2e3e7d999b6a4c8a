from django.http import HttpResponsePermanentRedirect

from .languages import without_language
from .models import Address


def moved_addresses(get_response):
    """Answer a former address with a permanent redirect to the present one."""

    def middleware(request):
        response = get_response(request)
        if response.status_code == 404:
            return redirect_to_present(request) or response
        return response

    return middleware


def redirect_to_present(request):
    path = without_language(request.path_info)
    address = Address.objects.filter(path=path, is_current=False).first()
    target = address and address.target
    if target is None or not target.is_published:
        return None
    return HttpResponsePermanentRedirect(target.get_absolute_url())
