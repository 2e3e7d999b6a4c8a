"""The site as gunicorn serves it: wsgi.py, with its pages kept outside of Django."""

from django.conf import settings

from kbh_radikalisering import environment
from kbh_radikalisering.wsgi import application as wsgi_application

from .kept_pages.application import KeptPages
from .kept_pages.copies import Copies
from .kept_pages.files import kept_files
from .kept_pages.passing_on import PassingOn
from .kept_pages.release import fingerprint
from .kept_pages.shelf import Shelf
from .kept_pages.watch import watch
from .logs.requests import RequestLog
from .metrics import Metrics
from .preloading import preload

ENV = environment.read()
THREADS = ENV["WEB_THREADS"]

preload()

log = RequestLog(Metrics() if ENV["METRICS_PORT"] else None)
django = log.follow(PassingOn(wsgi_application, watch, THREADS))

if settings.DEBUG:
    # Who changes a template wants to see it.
    application = django
else:
    copies = Copies(settings.DATA_DIR / "pages", fingerprint())
    shelf = Shelf(wsgi_application, watch, copies)
    application = KeptPages(shelf, kept_files(wsgi_application), django, log)
