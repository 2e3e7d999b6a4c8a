"""
How gunicorn serves the site, bare on one machine or behind a proxy.

https://docs.gunicorn.org/en/stable/settings.html
"""

from kbh_radikalisering import environment

ENV = environment.read()

wsgi_app = "kbh_radikalisering.wsgi"
host = f"[{ENV['BIND']}]" if ":" in ENV["BIND"] else ENV["BIND"]
bind = f"{host}:{ENV['PORT']}"

# Many threads: each costs little while it waits for a slow client, and 128 of them leave
# room for everybody else beside a hundred clients that send a byte a second.
worker_class = "gthread"
workers = ENV["WEB_CONCURRENCY"]
threads = ENV["WEB_THREADS"]
# Loaded once and shared; nothing may connect to the database before the fork (a test
# holds that), since a connection cannot be shared.
preload_app = True

keepalive = 5
timeout = 30
graceful_timeout = 30
# A leak would not outlive its worker, and the workers don't restart together.
max_requests = 100_000
max_requests_jitter = 10_000

# "This request came by https" is believed from these addresses alone, as anyone can send
# the header; without https from nobody. That decides request.is_secure(), so Django's
# SECURE_PROXY_SSL_HEADER, which believes everybody, stays unset.
forwarded_allow_ips = (
    ",".join(ENV["TRUSTED_PROXIES"]) if ENV["SITE_URL"].startswith("https://") else ""
)
# A visitor's "Script_Name" header must not move the site, whoever passes it on.
forwarder_headers = "NONE"
control_socket_disable = True

loglevel = "warning"
# Who reads about radicalisation is nobody's business: neither addresses nor what was
# searched for (%(U)s is the path without the query), nor where the visitor came from.
accesslog = "-"
logger_class = "kbh_radikalisering.access_log.AccessLog"
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(B)s bytes %(M)s ms"
