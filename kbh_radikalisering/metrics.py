"""Figures for Prometheus, of all workers of a machine together, on a port of their own."""

import shutil

from kbh_radikalisering.optional import needed

# Where the library looks for the folder.
VARIABLE = "PROMETHEUS_MULTIPROC_DIR"
# In seconds: a search takes a thirtieth, a save in the admin some tenths.
BUCKETS = [0.01, 0.03, 0.1, 0.3, 1, 3, 10]


class Metrics:
    """What a worker counts; nobody is told of addresses or pages by it."""

    def __init__(self):
        prometheus = needed("prometheus_client", "METRICS_PORT")
        self.requests = prometheus.Counter(
            "site_requests",
            "Answers, by what they came from (kept pages or Django) and their status.",
            ["source", "status"],
        )
        self.bytes = prometheus.Counter("site_sent_bytes", "Bytes of all bodies.", ["source"])
        self.seconds = prometheus.Histogram(
            "site_django_seconds", "How long Django took for an answer.", buckets=BUCKETS
        )

    def note(self, status, size, seconds, source):
        self.requests.labels(source, status).inc()
        self.bytes.labels(source).inc(size)
        if source == "django":
            self.seconds.observe(seconds)


def folder(env):
    """Where its workers write what they count; no other started site has the port."""
    return env["DATA_DIR"] / f"metrics-{env['METRICS_PORT']}"


def begin(env):
    """Anew, before gunicorn loads the site: afterwards the files are being written."""
    if env["METRICS_PORT"]:
        shutil.rmtree(folder(env), ignore_errors=True)
        folder(env).mkdir(parents=True)


def serve(bind, port):
    """In a thread of gunicorn's master, which serves no visitor."""
    prometheus = needed("prometheus_client", "METRICS_PORT")
    multiprocess = needed("prometheus_client.multiprocess", "METRICS_PORT")
    registry = prometheus.CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)
    prometheus.start_http_server(port, bind, registry)


def forget(pid):
    """A worker that has ended: what it counted stays counted."""
    needed("prometheus_client.multiprocess", "METRICS_PORT").mark_process_dead(pid)
