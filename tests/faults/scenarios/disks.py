"""A disk is full."""

from itertools import count

from tests.disk import room_for
from tests.faults import documents
from tests.faults.admin import RefusedError
from tests.faults.scenario import scenario
from tests.faults.small_disk import can_be_made
from tests.files import pdf, tagged

KIB = 1024


def workers(stage):
    return [each.pid for each in stage.machine.workers()]


@scenario("the site's disk is full while a document comes", at_most=5)
def full_while_uploading(stage):
    """By RLIMIT_FSIZE: what is kept of pages, the log and the upload are refused alike."""
    file = pdf(tagged) + b"%" * 200 * KIB
    with stage.used() as load:
        with room_for(20 * KIB, workers(stage)):
            yield from uploads(stage, "Fuld disk", file, is_to_be_taken=False)
        yield from uploads(stage, "Plads igen", file, is_to_be_taken=True)
        load.editor.saves(1)
    if "Fuld disk" in documents.stored(stage):
        yield "a document was stored without its file"


def uploads(stage, title, file, *, is_to_be_taken):
    try:
        documents.send(stage, title, file)
    except (OSError, RefusedError) as error:
        if is_to_be_taken:
            yield f"a document was refused: {error!r}"
    else:
        if not is_to_be_taken:
            yield "a document was taken while the disk was full"
        elif not documents.is_whole(stage, documents.stored(stage)[title], file):
            yield "a document is not what was sent"


@scenario("the database's disk is full (SQLite)", at_most=5, engine="sqlite")
def full_while_publishing_on_sqlite(stage):
    """By RLIMIT_FSIZE, below the size that the database has by now."""
    with stage.used() as load, room_for(4 * KIB, workers(stage)):
        load.editor.is_refused()


@scenario(
    "the database's disk is full (PostgreSQL)",
    at_most=5,
    lacks=lambda: None if can_be_made() else "this process can make no small disk",
)
def full_while_publishing(stage):
    """A tmpfs of its own, filled to the last byte."""
    with stage.used() as load:
        ballast = fill(stage.disk)
        load.editor.is_refused()
        ballast.unlink()
        # It may have given up, as nothing could be written down any more.
        if stage.database.process.poll() is not None:
            stage.database.start()


def fill(folder):
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in [KIB * KIB, KIB]:
            for _ in count():
                try:
                    file.write(b"0" * size)
                except OSError:
                    break
    return ballast
