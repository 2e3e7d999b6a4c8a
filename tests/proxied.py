"""nginx in front of a started site, by the configuration that the containers use."""

import os
import re
import shutil
from contextlib import contextmanager

import pytest

from tests.started import ROOT, Server, free_port, serving

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
# In CI the proxy is part of the proof, as the browser is.
REQUIRED = os.environ.get("REQUIRE_NGINX") == "1"
# What of it needs a certificate, a name, or a newer nginx than a machine may have.
LEFT_OUT = re.compile(r"^\s*(listen (\[::\]|443).*|http2 on|ssl_.*);$", re.MULTILINE)

SERVER = re.compile(r"server web:8000([^;]*);")


def configuration(port, site_ports, folder):
    text = LEFT_OUT.sub("", (ROOT / "deploy" / "nginx.conf").read_text())
    for theirs, ours in {
        "listen 80 default_server": f"listen 127.0.0.1:{port} default_server",
        # Written down at once, for the tests to read.
        " buffer=32k flush=1s": "",
        "/tmp/": f"{folder}/",  # noqa: S108
        "/dev/stdout": f"{folder}/access.log",
        "http {": "http { client_body_temp_path body; proxy_temp_path proxy;",
    }.items():
        text = text.replace(theirs, ours)
    return SERVER.sub(
        lambda line: " ".join(f"server 127.0.0.1:{each}{line[1]};" for each in site_ports), text
    )


@contextmanager
def proxied(folder, *site_ports):
    """A Server: the proxy before the site at one port or several; its `lines` are the log's."""
    if not NGINX and not REQUIRED:
        pytest.skip("nginx was not found. Install it to test its configuration.")
    folder.chmod(0o755)
    port = free_port()
    file = folder / "nginx.conf"
    file.write_text(f"daemon off; user root;\n{configuration(port, site_ports, folder)}")
    command = [NGINX, "-p", str(folder), "-c", str(file)]
    with serving(port, folder / "said", args=command) as server:
        yield Server(server.process, port, folder / "access.log")
