"""Play the scenarios, all or those that are named: python -m tests.faults [NAME…]"""

import argparse
import sys
import time
import traceback
from itertools import groupby

from . import invariants
from .scenario import ALL
from .scenarios import (  # noqa: F401
    clocks,
    counting,
    databases,
    disks,
    editors,
    processes,
    releases,
)
from .stage import staged

LINE = "{what:<52} {stop:>8} {failed:>7} {saved:>6} {refused:>8}  {verdict}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(ALL))
    chosen = parser.parse_args().names or list(ALL)
    # On PostgreSQL what needs a standby is last, since the first server is gone then.
    wanted = sorted((ALL[name] for name in chosen), key=lambda each: each.engine)
    say(
        what="scenario", stop="stop ms", failed="failed", saved="saved", refused="refused",
        verdict="invariants",
    )  # fmt: skip
    is_well = True
    for engine, scenarios in groupby(wanted, key=lambda each: each.engine):
        with staged(engine) as stage:
            for each in scenarios:
                is_well &= played(each, stage)
    sys.exit(not is_well)


def played(scenario, stage):
    """Whether all held, or it could not be tried."""
    if reason := scenario.lacks():
        say(what=scenario.what, verdict=f"not tried: {reason}")
        return True
    try:
        wrong = [
            *(scenario.play(stage) or []),
            *invariants.broken(stage, stage.load, scenario.at_most),
        ]
    except Exception:  # Whatever it is, the other scenarios are to be played as well.
        traceback.print_exc()
        wrong = ["it did not come to its end"]
    readers, editor = stage.load.readers, stage.load.editor
    say(
        what=scenario.what,
        stop=round(max(reader.stop for reader in readers) * 1000),
        failed=sum(len(reader.failures) for reader in readers),
        saved=len(editor.drafts) + len(editor.publications),
        refused=len(editor.refusals),
        verdict="; ".join(wrong[:5]) or "hold",
    )
    for told in [*(reader.failures[:2] for reader in readers), editor.refusals[:3]]:
        sys.stderr.writelines(f"    {failure}\n" for failure in told)
    return not wrong


def say(**columns):
    empty = dict.fromkeys(["what", "stop", "failed", "saved", "refused", "verdict"], "")
    sys.stdout.write(LINE.format(**empty | columns))
    sys.stdout.flush()


if __name__ == "__main__":
    began = time.monotonic()
    main()
