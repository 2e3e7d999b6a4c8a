"""Which compressed form of a page a visitor gets (RFC 9110, section 12.5.3)."""

import gzip
from functools import lru_cache

import brotli

IDENTITY = b""
# The best first. More effort than this costs the first visitor more than it saves anybody.
COMPRESS = {
    b"br": lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=5),
    b"gzip": lambda body: gzip.compress(body, 6, mtime=0),
}


# Browsers send a handful of different lines; what others make up is forgotten again.
@lru_cache(maxsize=256)
def chosen(accepted):
    """The coding for an Accept-Encoding line, as bytes; IDENTITY for none."""
    weights = dict(weighed(part) for part in accepted.lower().split(b","))
    usable = [coding for coding in COMPRESS if weights.get(coding, weights.get(b"*", 0)) > 0]
    return max(usable, key=lambda coding: weights.get(coding, 0), default=IDENTITY)


def weighed(part):
    coding, _, parameters = part.partition(b";")
    name, _, weight = parameters.strip().partition(b"=")
    if name.strip() != b"q":
        return coding.strip(), 1.0
    try:
        return coding.strip(), float(weight)
    except ValueError:
        return coding.strip(), 0.0


def compressed(body):
    """Each form of `body` that is smaller than the one before, with the body itself."""
    forms = {IDENTITY: body}
    for coding, compress in COMPRESS.items():
        form = compress(body)
        if len(form) < len(body):
            forms[coding] = form
    return forms
