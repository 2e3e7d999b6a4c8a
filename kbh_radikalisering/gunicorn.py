"""
How gunicorn serves the site, bare on one machine or behind a proxy.

https://docs.gunicorn.org/en/stable/settings.html
"""

import gc

from kbh_radikalisering import environment, metrics
from kbh_radikalisering.logs.config import logging_config

ENV = environment.read()

wsgi_app = "kbh_radikalisering.asgi"
host = f"[{ENV['BIND']}]" if ":" in ENV["BIND"] else ENV["BIND"]
bind = f"{host}:{ENV['PORT']}"

# The event loop sends kept pages and waits for slow clients; what needs Django gets a thread
# (WEB_THREADS in asgi.py). docs/decisions/0009 has the figures.
worker_class = "asgi"
workers = ENV["WEB_CONCURRENCY"]
# Loaded once and shared; nothing may connect to the database before the fork (a test
# holds that), since a connection cannot be shared.
preload_app = True

keepalive = 5
timeout = 30
graceful_timeout = 30
# Who has left is not waited for: each connection would hold its memory for as long, and on a
# day when a thousand come and go each second that is more than all the pages.
asgi_disconnect_grace_period = 0
# A leak would not outlive its worker, and the workers don't restart together. So many
# kept pages are sent in a minute when everybody comes at once.
max_requests = 1_000_000
max_requests_jitter = 100_000

# "This request came by https" is believed from these addresses alone, as anyone can send
# the header; without https from nobody. That decides request.is_secure(), so Django's
# SECURE_PROXY_SSL_HEADER, which believes everybody, stays unset.
forwarded_allow_ips = (
    ",".join(ENV["TRUSTED_PROXIES"]) if ENV["SITE_URL"].startswith("https://") else ""
)
# A visitor's "Script_Name" header must not move the site, whoever passes it on.
forwarder_headers = "NONE"
control_socket_disable = True

# In the same form as everything else.
logconfig_dict = logging_config(ENV["LOG_FORMAT"])
# logs/requests.py writes a line a request.
logger_class = "kbh_radikalisering.logs.server.ServerLog"


# What is loaded before the workers are forked stays where they share it: a collection would
# leave holes among it, which each worker then fills by itself.
gc.disable()


def when_ready(_server):
    gc.freeze()
    if ENV["METRICS_PORT"]:
        metrics.serve(ENV["BIND"], ENV["METRICS_PORT"])


def post_fork(_server, _worker):
    gc.enable()


if ENV["METRICS_PORT"]:
    raw_env = [f"{metrics.VARIABLE}={metrics.folder(ENV)}"]

    def child_exit(server, worker):
        metrics.forget(worker.pid)
