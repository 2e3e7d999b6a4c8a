"""A clock jumps, or two machines' clocks differ: as the site's processes read them."""

import time
from contextlib import contextmanager
from pathlib import Path

from tests.faults.scenario import scenario
from tests.faults.stage import readers_at

# See the module there; a library that moves the clock of all of a process breaks its pauses.
FOLDER = Path(__file__).parents[1] / "clock"
MINUTE = 60


@contextmanager
def beside_with_clock(stage, ahead):
    """A machine whose clock is ahead by so many seconds, and the file that says so."""
    file = stage.folder / "clock"
    file.write_text(str(ahead))
    with stage.beside_it(PYTHONPATH=str(FOLDER), CLOCK=str(file)) as machine:
        yield machine, file


@scenario("a clock jumps 20 minutes ahead, and back by 40", at_most=5)
def clock_jumps(stage):
    with (
        beside_with_clock(stage, 0) as (machine, clock),
        stage.used(port=machine.port) as load,
    ):
        for ahead in [20 * MINUTE, -20 * MINUTE, 0]:
            clock.write_text(str(ahead))
            time.sleep(2)
            load.editor.saves(1)


@scenario("two machines' clocks are 5 s apart", at_most=5)
def clocks_apart(stage):
    with beside_with_clock(stage, 5) as (ahead, _clock):
        for first, second in [(ahead, stage.machine), (stage.machine, ahead)]:
            readers = readers_at(first.port, second.port, first.port)
            with stage.used(readers, first.port) as load:
                load.editor.saves(2)
