"""One page as it is kept: compressed once, with all its headers ready to be sent."""

from dataclasses import dataclass, field
from hashlib import blake2b

from . import codings

# Each cache on the way asks again after a second, unless the site does not answer. Not
# stale-while-revalidate: the first visitor after a quiet hour is to see the present page.
FOR_CACHES = b"public, max-age=0, s-maxage=1, stale-if-error=86400"
# Written by whoever sends the page, not by whoever made it.
OWN = {b"content-length", b"etag", b"vary", b"cache-control"}
WORTH_COMPRESSING = (b"text/", b"application/json", b"application/ld+json", b"application/atom")
SMALLEST = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes out for one coding: the messages of the ASGI specification."""

    start: dict
    body: bytes
    etag: bytes = b""
    unchanged: dict = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeptPage:
    """
    What a clean request for an address was answered with.

    `edition` is the key of the edition that it shows, None where it belongs to none;
    `until` the moment (seconds since 1970) when what it says changes by itself.
    """

    status: int
    headers: tuple
    body: bytes
    edition: str | None
    until: float
    is_public: bool
    answers: dict = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "answers", dict(answers(self)))

    @property
    def lasts_a_second(self):
        """Whether a cache on the way is to ask again so soon."""
        return self.is_public

    @property
    def size(self):
        return sum(len(answer.body) for answer in self.answers.values())

    def answer(self, accepted):
        coding = codings.chosen(accepted)
        return self.answers.get(coding) or self.answers[codings.IDENTITY]


def answers(page):
    """(coding, Answer) of each form; `page` is not to be asked for its answers yet."""
    forms = codings.compressed(page.body) if may_compress(page) else {b"": page.body}
    digest = blake2b(page.body, digest_size=9).hexdigest().encode()
    for coding, body in forms.items():
        caching = for_caches(page, coding, digest)
        described = [(b"content-encoding", coding)] if coding else []
        length = [(b"content-length", str(len(body)).encode())]
        yield (
            coding,
            Answer(
                start=start(page.status, [*page.headers, *described, *length, *caching]),
                body=body,
                etag=dict(caching).get(b"etag", b""),
                unchanged=start(304, caching),
            ),
        )


def for_caches(page, coding, digest):
    if not page.is_public:
        return []
    shared = [(b"vary", b"Accept-Encoding"), (b"cache-control", FOR_CACHES)]
    if page.status != 200:
        return shared
    # Of each form its own: a strong validator names the very bytes.
    suffix = b"-" + coding if coding else b""
    return [(b"etag", b'"' + digest + suffix + b'"'), *shared]


def may_compress(page):
    kind = dict(page.headers).get(b"content-type", b"")
    return len(page.body) >= SMALLEST and kind.startswith(WORTH_COMPRESSING)


def start(status, headers):
    return {"type": "http.response.start", "status": status, "headers": headers}
