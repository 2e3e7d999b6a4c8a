"""Where a request comes from, as far as it can be believed."""

import ipaddress

from django.conf import settings


def client_address(request):
    """
    The address nearest to the visitor that somebody trusted has seen.

    Each proxy adds whom it heard from to X-Forwarded-For, on the right; whatever stands
    left of the first that is none of ours may have been made up.
    """
    return nearest_address(
        request.META["REMOTE_ADDR"], request.headers.get("X-Forwarded-For", "")
    )


def nearest_address(remote, forwarded):
    nearest = ipaddress.ip_address(remote)
    hops = forwarded.split(",")
    while hops and is_ours(nearest):
        try:
            nearest = ipaddress.ip_address(hops.pop().strip())
        except ValueError:
            break
    return nearest


def is_ours(address):
    return any(address in proxies for proxies in settings.TRUSTED_PROXIES)


def network_of(address):
    """What may be written down: the neighbourhood, not the house."""
    bits = 24 if address.version == 4 else 48
    return str(ipaddress.ip_network(f"{address}/{bits}", strict=False))
