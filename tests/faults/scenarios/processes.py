"""A process of the site is killed, or told to end while it is at work."""

import time
from contextlib import suppress
from threading import Thread

from tests.faults import documents
from tests.faults.admin import RefusedError
from tests.faults.held import held_publication
from tests.faults.scenario import scenario
from tests.files import pdf, tagged
from tests.waiting import until

MEBIBYTE = 1024 * 1024
ROUNDS = 12


@scenario("kill -9 of a worker", at_most=5)
def worker_killed(stage):
    with stage.used() as load:
        for _ in range(2):
            for worker in stage.machine.workers()[:1]:
                worker.kill()
                worker.wait()
            load.editor.saves(1)


@scenario("kill -9 of the master, which is started again", at_most=30)
def master_killed(stage):
    with stage.used():
        master = stage.machine.process
        master.kill()
        master.wait()
        until(lambda: stage.machine.process is not master)
        stage.machine.wait()


@scenario("kill -9 of all, again and again while documents come", at_most=30)
def all_killed_while_uploading(stage):
    """Whatever was said to be stored is there in one piece, and no row lacks its file."""
    file = pdf(tagged) + b"%" * MEBIBYTE
    told = []
    for number in range(ROUNDS):
        title = f"Dræbt {number}"
        upload = Thread(target=comes, args=[stage, title, file, told])
        upload.start()
        time.sleep(number * 0.05)
        killed = stage.machine.process
        stage.machine.kill()
        upload.join()
        until(lambda killed=killed: stage.machine.process is not killed)
        stage.machine.wait()
    with stage.used() as load:
        load.editor.saves(1)
    rows = documents.stored(stage)
    for title in set(told) - set(rows):
        yield f"“{title}” was said to be stored, and is not"
    for title, name in rows.items():
        if title.startswith("Dræbt") and not documents.is_whole(stage, name, file):
            yield f"“{title}” has no file, or not all of it"


def comes(stage, title, file, told):
    with suppress(OSError, RefusedError):
        documents.send(stage, title, file)
        told.append(title)


@scenario("SIGTERM while a publication is under way", at_most=30)
def told_to_end_while_slow(stage):
    with stage.used() as load:
        with held_publication(stage):
            number = load.editor.number
            master = stage.machine.process
            master.terminate()
            time.sleep(2)
        master.wait(60)
        until(lambda: stage.machine.process is not master)
        stage.machine.wait()
    if number not in load.editor.publications:
        yield f"the publication {number} was under way, and was not finished"
