"""The servers that are compared, all on the first core."""

import sys
import textwrap
from contextlib import contextmanager
from pathlib import Path

from tests.proxied import NGINX, configuration
from tests.started import ROOT, free_port, serving

GUNICORN = [sys.executable, "-m", "gunicorn", "--workers", "2", "--no-control-socket"]
# As in deploy/nginx.conf, where it is a thousand visitors that ask and not one.
LIMITS = ("limit_conn", "limit_req")


def running(folder, port, **process):
    """A Server, which may take a while; what it says is left in `folder`."""
    return serving(port, folder / f"said-{port}", 60, **process)


@contextmanager
def by_django_alone(folder):
    """The same site with nothing kept: what the first visitor of an edition waits for."""
    port = free_port()
    command = [*GUNICORN, "--worker-class", "gthread", "--threads", "4", "--preload"]
    command += ["--bind", f"127.0.0.1:{port}", "kbh_radikalisering.wsgi"]
    environ = {"DATA_DIR": str(folder)}
    with running(folder, port, args=command, cwd=ROOT, env=environ) as server:
        yield server


@contextmanager
def hello(folder, name, headers, body):
    """gunicorn's ASGI worker with an application of a dozen lines that sends `body`."""
    port = free_port()
    module = f"hello_{name}"
    (folder / f"{module}.py").write_text(
        textwrap.dedent(f"""
            START = {{"type": "http.response.start", "status": 200, "headers": {headers!r}}}
            BODY = {{"type": "http.response.body", "body": {body!r}}}

            async def app(scope, receive, send):
                if scope["type"] == "lifespan":
                    await receive()
                    await send({{"type": "lifespan.startup.complete"}})
                    await receive()
                    await send({{"type": "lifespan.shutdown.complete"}})
                    return
                await send(START)
                await send(BODY)
        """)
    )
    command = [*GUNICORN, "--worker-class", "asgi", "--preload", "--log-level", "warning"]
    command += ["--bind", f"127.0.0.1:{port}", f"{module}:app"]
    with running(folder, port, args=command, cwd=folder) as server:
        yield server


@contextmanager
def hello_by_threads(folder, headers, body):
    """gunicorn's thread worker with as short a WSGI application."""
    port = free_port()
    native = [(name.decode(), value.decode()) for name, value in headers]
    (folder / "hello_threads.py").write_text(
        textwrap.dedent(f"""
            def app(environ, start_response):
                start_response("200 OK", {native!r})
                return [{body!r}]
        """)
    )
    command = [*GUNICORN, "--worker-class", "gthread", "--threads", "4", "--preload"]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "warning", "hello_threads:app"]
    with running(folder, port, args=command, cwd=folder) as server:
        yield server


@contextmanager
def files(folder, forms):
    """nginx with a file of the same bytes for each of `forms`, {coding: bytes}."""
    port = free_port()
    places = []
    for coding, body in forms.items():
        place = folder / (coding or "identity")
        place.mkdir(parents=True)
        (place / "index.html").write_bytes(body)
        header = f"add_header Content-Encoding {coding};" if coding else ""
        places.append(f"location /{place.name}/ {{ {header} }}")
    text = f"""
        daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log /dev/stderr crit;
        events {{ worker_connections 1024; }}
        http {{
            access_log off; sendfile on; default_type text/html; keepalive_requests 1000000;
            open_file_cache max=10;
            server {{ listen 127.0.0.1:{port}; root {folder}; {" ".join(places)} }}
        }}
    """
    with nginx(folder, text, port) as server:
        yield server


@contextmanager
def proxy(folder, site_port):
    """nginx before the site, by deploy/nginx.conf but for its limits on one visitor."""
    port = free_port()
    text = configuration(port, [site_port], folder)
    kept = [line for line in text.splitlines() if not line.strip().startswith(LIMITS)]
    text = "\n".join(kept).replace("worker_processes auto", "worker_processes 1")
    text = text.replace("keepalive_timeout 30s", "keepalive_requests 1000000")
    with nginx(folder, f"daemon off;\n{text}", port) as server:
        yield server


@contextmanager
def nginx(folder, text, port):
    folder.chmod(0o755)
    file = Path(folder) / "nginx.conf"
    file.write_text(f"user root;\n{text}")
    with running(folder, port, args=[NGINX, "-p", str(folder), "-c", str(file)]) as server:
        yield server
