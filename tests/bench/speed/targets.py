"""What is asked for, of whom."""

from contextlib import ExitStack
from dataclasses import dataclass, field
from http.client import HTTPConnection
from urllib.parse import urlsplit

from tests.proxied import NGINX
from tests.started import started

from . import servers

PAGE = "/strategi/"
BR = {"Accept-Encoding": "br"}


@dataclass(frozen=True)
class Target:
    name: str
    url: str
    processes: list
    headers: dict = field(default_factory=dict)
    status: int = 200


def ask(url, headers=None):
    """(status, headers as ASGI has them, body, bytes on the wire)."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=10)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    connection.request("GET", path, headers=headers or {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    sent = [(name.lower().encode(), value.encode()) for name, value in answer.getheaders()]
    of_server = {b"date", b"server", b"connection"}
    own = [header for header in sent if header[0] not in of_server]
    wire = len(f"HTTP/1.1 {answer.status} {answer.reason}\r\n\r\n") + len(body)
    wire += sum(len(name) + len(value) + 4 for name, value in sent)
    return answer.status, own, body, wire


class Field:
    """Every server of the comparison, started; `targets` in the order of the table."""

    def __init__(self, folder):
        self.folder = folder
        self.stack = ExitStack()

    def __enter__(self):
        self.site = self.start(started, "site")
        page = f"{self.site.origin}{PAGE}"
        identity = ask(page)[2]
        _, br_headers, br, _ = ask(page, BR)
        plain = [(b"content-type", b"text/html"), (b"content-length", str(len(br)).encode())]
        bare = self.start(servers.hello, "hello", "bare", plain, br)
        same = self.start(servers.hello, "hello", "same", br_headers, br)
        threads = self.start(servers.hello_by_threads, "hello", plain, br)
        django = self.start(servers.by_django_alone, "site")
        etag = dict(br_headers)[b"etag"].decode()
        here, by_django = [self.site.process], [django.process]
        css = next(iter(self.stylesheets(identity.decode())))
        self.targets = [
            Target("gunicorn, a dozen lines", f"{bare.origin}/", [bare.process]),
            Target("the same with our headers", f"{same.origin}/", [same.process]),
            Target("by threads, a dozen lines", f"{threads.origin}/", [threads.process]),
            Target("kept page, br", page, here, BR),
            Target("kept page, identity", page, here),
            Target("kept page, ?utm_source=x", f"{page}?utm_source=x", here, BR),
            Target("304", page, here, BR | {"If-None-Match": etag}, 304),
            Target("unknown address", f"{self.site.origin}/findes-ikke/", here, BR, 404),
            Target("search, kept", f"{self.site.origin}/soeg/?q=vold", here, BR),
            Target("stylesheet", f"{self.site.origin}{css}", here, BR),
            Target("page made by Django", f"{django.origin}{PAGE}", by_django, BR),
            Target("search by Django", f"{django.origin}/soeg/?q=vold", by_django, BR),
        ]
        if NGINX:
            self.targets += self.by_nginx({"": identity, "br": br}, etag)
        return self

    def by_nginx(self, forms, etag):
        files = self.start(servers.files, "files", forms)
        proxy = self.start(servers.proxy, "proxy", self.site.port)
        page = f"{proxy.origin}{PAGE}"
        both = [proxy.process, self.site.process]
        return [
            Target("nginx, file, identity", f"{files.origin}/identity/", [files.process]),
            Target("nginx, file, br", f"{files.origin}/br/", [files.process], BR),
            Target("nginx before the site, identity", page, both),
            Target("nginx before the site, br", page, both, BR),
            Target("nginx before the site, 304", page, both, BR | {"If-None-Match": etag}, 304),
        ]

    def start(self, server, place, *arguments):
        folder = self.folder / place
        folder.mkdir(exist_ok=True)
        return self.stack.enter_context(server(folder, *arguments))

    def stylesheets(self, html):
        return (part.split('"')[0] for part in html.split('href="') if ".css" in part[:90])

    def __exit__(self, *error):
        self.stack.close()
