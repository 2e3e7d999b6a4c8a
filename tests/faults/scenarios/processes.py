"""A process of the site is killed, or told to end while it is at work."""

import time

from tests.faults.held import held_publication
from tests.faults.scenario import scenario
from tests.waiting import until


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
