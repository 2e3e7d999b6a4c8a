"""What a visitor is counted by: a hash that nobody can lead back, and that soon is gone."""

import hmac
import ipaddress

from django.conf import settings

from kbh_radikalisering.signin.client_address import client_address, is_ours, nearest_address


def of_request(request):
    return visitor_at(client_address(request))


def of_scope(scope):
    """The same, for an ASGI scope."""
    lines = [value for name, value in scope["headers"] if name == b"x-forwarded-for"]
    remote = scope["client"][0]
    return visitor_at(nearest_address(remote, b",".join(lines).decode("latin-1")))


def visitor_at(address):
    """None where only a proxy of ours is known: behind it may be everybody."""
    return None if is_ours(address) else neighbours(address)


def neighbours(address):
    """Of IPv6 whoever has one address has a whole network of them."""
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network(f"{address}/64", strict=False))


def unnamed(visitor, during):
    """Another one for each stretch of time `during`, so that no two can be put together."""
    text = f"{during} {visitor}".encode()
    return hmac.digest(settings.SECRET_KEY.encode(), text, "sha256").hex()[:32]
