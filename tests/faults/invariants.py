"""What must hold whatever happens: held against what the readers and the editor saw."""

import time
from contextlib import suppress

from .visitor import NUMBER, NUMBERED, SECRET, ask

# The promise is a second; what a busy machine needs comes on top.
CURRENT_WITHIN = 10


def broken(stage, load, at_most):
    """A sentence for each invariant that does not hold."""
    return [
        *wrong_pages(load.readers),
        *stops(load.readers, at_most),
        *lost(stage.rows(VERSIONS), load.editor),
        *half(stage.rows(LIVE)[0]),
        *behind(stage, load.editor),
    ]


VERSIONS = "SELECT origin, title FROM publishing_version"
LIVE = "SELECT title_da, body_da FROM pages_page WHERE path = '/strategi/'"


def wrong_pages(readers):
    return sorted(set().union(*(reader.wrong for reader in readers)))


def stops(readers, at_most):
    longest = max(reader.stop for reader in readers)
    if longest > at_most:
        yield f"a reader waited {longest:.1f} s, more than {at_most:g} s"


def lost(versions, editor):
    """`versions` are pairs of an origin and a title, as the history has them."""
    kept = set(versions)
    for number in editor.drafts:
        if ("draft", f"{SECRET} {number}") not in kept:
            yield f"the draft {number} was said to be saved, and is lost"
    for number in editor.publications:
        if ("published", f"Prøvetal {number}") not in kept:
            yield f"the publication {number} was said yes to, and is lost"


def half(live):
    title, body = (NUMBER.findall(text) for text in live)
    if title != body:
        yield f"half a publication is stored: title {title}, text {body}"


def behind(stage, editor):
    """Whether every worker shows in the end what is stored."""
    stored = NUMBER.findall(stage.rows(LIVE)[0][0])
    if editor.publications and int(stored[0]) < max(editor.publications):
        yield f"the page is back at {stored[0]}, after {max(editor.publications)}"
    for port in stage.ports():
        if not shows(port, stored):
            yield f"readers at {port} do not get {stored[0]} in the end"


def shows(port, stored):
    """Twenty times running, so that each worker has had its turn."""
    ends = time.monotonic() + CURRENT_WITHIN
    running = 0
    while running < 20 and time.monotonic() < ends:
        with suppress(OSError):
            page = ask(port, NUMBERED)
            is_current = set(NUMBER.findall(page.text)) == set(stored)
            running = running + 1 if is_current else 0
    return running == 20
