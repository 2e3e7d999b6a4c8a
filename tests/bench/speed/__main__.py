"""
python -m tests.bench.speed [rounds] [seconds] [--write]

The site with its initial content beside servers that do nothing else, in rounds that go
there and back, so that a noisy minute is shared among all. Needs two cores.
"""

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

from .load import driven, memory_of, sample
from .report import document, table
from .targets import Field, ask


def main():
    options = argparse.ArgumentParser()
    options.add_argument("rounds", nargs="?", type=int, default=5)
    options.add_argument("seconds", nargs="?", type=int, default=5)
    options.add_argument("--write", action="store_true")
    asked = options.parse_args()

    os.sched_setaffinity(0, {0})
    with tempfile.TemporaryDirectory() as folder, Field(Path(folder)) as field:
        found = measured(field.targets, asked.rounds, asked.seconds)
        text = table(found) + memory(field.site)
    sys.stdout.write(text)
    if asked.write:
        document(text, asked)


def measured(targets, rounds, seconds):
    """{Target: its Samples}; SystemExit where one does not answer as it should."""
    check(targets)
    for target in targets:
        driven(target, 1)
    samples = {target.name: [] for target in targets}
    for number in range(rounds):
        for target in targets if number % 2 == 0 else targets[::-1]:
            samples[target.name].append(sample(target, seconds))
    wires = check(targets)
    return {target.name: (samples[target.name], wires[target.name]) for target in targets}


def check(targets):
    wires = {}
    for target in targets:
        status, _headers, _body, wires[target.name] = ask(target.url, target.headers)
        if status != target.status:
            raise SystemExit(f"{target.name} answers {status}")
    return wires


def memory(site):
    master, *workers = memory_of(site.process)
    each = ", ".join(f"{worker:.0f}" for worker in workers)
    median = statistics.median(workers)
    return f"\nMemory (PSS): master {master:.0f} MB, workers {each} MB, median {median:.0f}.\n"


if __name__ == "__main__":
    main()
