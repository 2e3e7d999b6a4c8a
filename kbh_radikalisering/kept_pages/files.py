"""The files that the public's pages ask for: of a release, and so the same for ever."""

from dataclasses import dataclass

from django.templatetags.static import static

from . import codings
from .page import Answer, start
from .rendering import clean_environ, response_of

NAMES = ("css/site.css", "favicon.svg", "favicon.ico", "apple-touch-icon.png")
OF_UNCHANGED = {b"etag", b"cache-control", b"vary", b"last-modified"}


@dataclass(frozen=True, slots=True)
class KeptFile:
    """As a KeptPage to whoever hands it out; it belongs to no edition."""

    answers: dict
    edition = None
    # It says so itself, and for ten years.
    lasts_a_second = False

    def answer(self, accepted):
        return self.answers[codings.chosen(accepted)]


def kept_files(wsgi_application):
    """{address: KeptFile}, each form as WhiteNoise sends it, without asking the database."""
    return {
        static(name): KeptFile(
            {
                coding: form(wsgi_application, static(name), coding)
                for coding in (*codings.COMPRESS, codings.IDENTITY)
            }
        )
        for name in NAMES
    }


def form(wsgi_application, path, coding):
    environ = clean_environ(path, "") | {"HTTP_ACCEPT_ENCODING": coding.decode()}
    status, headers, body = response_of(wsgi_application, environ)
    if status != 200:
        raise FileNotFoundError(f"There is no {path}. Run `manage.py collect`.")
    return Answer(
        start=start(status, headers),
        body=body,
        etag=dict(headers)[b"etag"],
        unchanged=start(304, [each for each in headers if each[0] in OF_UNCHANGED]),
    )
