"""Connections to public addresses alone: no link makes the site ask its own network."""

import ipaddress
import socket
import ssl
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from threading import Timer

TIMEOUT = 10
# Addresses that carry another one, which may be private.
CARRIERS = [ipaddress.ip_network(each) for each in ["64:ff9b::/96", "2002::/16", "2001::/32"]]

_context = ssl.create_default_context()


class NotPublicError(OSError):
    """The name stands for an address in somebody's own network."""


def is_public(ip):
    ip = getattr(ip, "ipv4_mapped", None) or ip
    carries = any(ip in network for network in CARRIERS if network.version == ip.version)
    return ip.is_global and not ip.is_multicast and not carries


class Connection(HTTPConnection):
    def __init__(self, host, port, may_ask):
        super().__init__(host, port, timeout=TIMEOUT)
        self.may_ask = may_ask

    def connect(self):
        """To what was looked at, not to what the name might stand for a moment later."""
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        addresses = [address for *_kind, address in found]
        if not all(self.may_ask(ipaddress.ip_address(ip)) for ip, *_port in addresses):
            raise NotPublicError(self.host)
        ip, port, *_scope = addresses[0]
        self.sock = socket.create_connection((ip, port), self.timeout)

    def abort(self):
        with suppress(OSError):
            if self.sock:
                self.sock.shutdown(socket.SHUT_RDWR)

    @contextmanager
    def no_longer_than(self, seconds):
        """The timeout is for each piece of an answer; this is for all of it."""
        timer = Timer(seconds, self.abort)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            self.close()


class SecureConnection(Connection):
    default_port = 443

    def connect(self):
        super().connect()
        self.sock = _context.wrap_socket(self.sock, server_hostname=self.host)


KINDS = {"http": Connection, "https": SecureConnection}
