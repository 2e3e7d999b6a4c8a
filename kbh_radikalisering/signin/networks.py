from django.conf import settings
from django.core.exceptions import PermissionDenied

from .addresses import is_of_admin
from .client_address import client_address


def only_from_networks(get_response):
    """Middleware: where networks are chosen, the admin is for nobody outside of them."""

    def middleware(request):
        if settings.ADMIN_NETWORKS and is_of_admin(request.path_info):
            address = client_address(request)
            if not any(address in network for network in settings.ADMIN_NETWORKS):
                raise PermissionDenied
        return get_response(request)

    return middleware
