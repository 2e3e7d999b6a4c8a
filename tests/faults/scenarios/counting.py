"""What counts for all machines is lost."""

import signal

from tests.faults.scenario import scenario
from tests.redis_server import SERVER, Redis
from tests.waiting import until


@scenario(
    "the cache server is lost (Redis)",
    at_most=5,
    lacks=lambda: None if SERVER else "redis-server was not found",
)
def counts_lost(stage):
    """It hangs first, which is worse than to be gone."""
    redis = Redis(stage.folder)
    until(redis.answers)
    try:
        with (
            stage.beside_it(REDIS_URL=redis.url) as machine,
            stage.used(port=machine.port) as load,
        ):
            redis.process.send_signal(signal.SIGSTOP)
            yield from searches(machine)
            load.editor.saves(1)
            redis.stop()
            yield from searches(machine)
            load.editor.saves(1)
    finally:
        redis.stop()


def searches(machine):
    """New ones are counted, and answered all the same."""
    for number in range(5):
        status = machine.get(f"/soeg/?q=optalt{number}").status
        if status != 200:
            yield f"a search was answered with {status}"
