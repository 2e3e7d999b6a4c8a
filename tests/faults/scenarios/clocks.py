"""A clock jumps, or two machines' clocks differ: as the site's processes read them."""

import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.faults.admin import Admin
from tests.faults.editor import form_of
from tests.faults.scenario import scenario
from tests.faults.stage import readers_at
from tests.waiting import until

# See the module there; a library that moves the clock of all of a process breaks its pauses.
FOLDER = Path(__file__).parents[1] / "clock"
MINUTE = 60
PLANNED = "/netvaerk/"
OUT = (
    "SELECT title FROM publishing_version WHERE origin = 'published' AND title LIKE 'Planlagt%'"
)


@contextmanager
def beside_with_clock(stage, ahead):
    """A machine whose clock is ahead by so many seconds, and the file that says so."""
    file = stage.folder / "clock"
    file.write_text(str(ahead))
    with stage.beside_it(PYTHONPATH=str(FOLDER), CLOCK=str(file)) as machine:
        yield machine, file


def plan(stage, title, seconds):
    """A page gets another title so many seconds from now, as an editor plans it."""
    at = datetime.now(UTC) + timedelta(seconds=seconds)
    local = at.astimezone(ZoneInfo("Europe/Copenhagen"))
    Admin(stage.machine.port, stage.session()).send(
        form_of(stage.page(PLANNED)),
        "_schedule",
        title_da=title,
        minor_change="on",
        publish_at=local.strftime("%Y-%m-%dT%H:%M:%S"),
    )


def show(machines, title):
    return [title in each.get(PLANNED).text for each in machines]


def wrong_plans(stage, *titles):
    out = sorted(title for (title,) in stage.rows(OUT) if title in titles)
    if out != sorted(titles):
        yield f"of the plans {titles} there went out {out}"


@scenario("a clock jumps 20 minutes ahead, and back by 40", at_most=5)
def clock_jumps(stage):
    """What is planned goes out when the clock first says so, and once."""
    title = "Planlagt til springet"
    with (
        beside_with_clock(stage, 0) as (machine, clock),
        stage.used(port=machine.port) as load,
    ):
        plan(stage, title, 10 * MINUTE)
        if any(show(stage.machines, title)):
            yield "what was planned went out at once"
        for ahead in [20 * MINUTE, -20 * MINUTE, 0]:
            clock.write_text(str(ahead))
            time.sleep(2)
            load.editor.saves(1)
            until(lambda: all(show(stage.machines, title)))
    yield from wrong_plans(stage, title)


@scenario("two machines' clocks are 5 s apart", at_most=5)
def clocks_apart(stage):
    """The clock that is ahead decides when a plan is due; the other follows it."""
    titles = []
    with beside_with_clock(stage, 5) as (ahead, _clock):
        for first, second in [(ahead, stage.machine), (stage.machine, ahead)]:
            readers = readers_at(first.port, second.port, first.port)
            with stage.used(readers, first.port) as load:
                titles.append(f"Planlagt som nummer {len(titles)}")
                plan(stage, titles[-1], 15)
                if any(show(stage.machines, titles[-1])):
                    yield "what was planned went out at once"
                load.editor.saves(2)
                until(lambda: all(show(stage.machines, titles[-1])))
    yield from wrong_plans(stage, *titles)
