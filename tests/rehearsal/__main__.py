"""Go through all of it, or the acts that are named: python -m tests.rehearsal [NAME…]"""

import argparse
import sys
from contextlib import contextmanager

from tests.faults import invariants
from tests.visitors import visited

from .acts import ACTS
from .cluster import cluster
from .visitors import Searcher, readers

LINE = "{:<48} {:>7} {:>7} {:>9} {:>9} {:>7} {:>6} {:>8}  {}\n"
READERS = 4
# Seconds from one page to the next.
AT_MOST = 5


def main():
    names = [act.play.__name__ for act in ACTS]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", choices=names, default=names)
    chosen = parser.parse_args().names
    say(
        "", "pages", "failed", "stop ms", "searches", "failed", "saved", "refused", "invariants"
    )
    is_well = True
    with cluster() as stage:
        for act in ACTS:
            if act.play.__name__ in chosen:
                is_well &= gone_through(stage, act)
    sys.exit(not is_well)


def gone_through(stage, act):
    """Whether nobody but the editor was ever told no, and all held."""
    with used(stage) as (load, searcher):
        wrong = list(act.play(stage) or [])
    wrong += invariants.broken(stage, load, AT_MOST)
    failures = [failure for reader in load.readers for failure in reader.failures]
    if failures:
        wrong.append(f"{len(failures)} pages failed")
    if searcher.failures and act.answers_all:
        wrong.append(f"{len(searcher.failures)} searches failed")
    say(
        act.what,
        sum(reader.came for reader in load.readers),
        len(failures),
        round(max(reader.stop for reader in load.readers) * 1000),
        searcher.came,
        len(searcher.failures),
        len(load.editor.drafts) + len(load.editor.publications),
        len(load.editor.refusals),
        "; ".join(wrong[:5]) or "hold",
    )
    for told in [failures[:3], searcher.failures[:3], load.editor.refusals[:3]]:
        sys.stderr.writelines(f"    {failure}\n" for failure in told)
    return not wrong


@contextmanager
def used(stage):
    port = stage.proxy.port
    searcher = Searcher(port)
    with visited(searcher), stage.used(readers(port, READERS), port) as load:
        yield load, searcher


def say(*columns):
    sys.stdout.write(LINE.format(*columns))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
