"""
How many requests a second one core answers: python -m tests.measure_speed [runs]

Needs wrk and a machine with two cores: the site has the first, the visitors the second.
Beside the clock's figure stands that of the site's own processor time, which other work
on the machine changes little.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.started import started

PAGES = ["/", "/raadgivning/", "/statistik/", "/soeg/?q=henvendelse", "/statistik.csv"]
WRK = ["taskset", "--cpu-list", "1", "wrk", "--threads", "1", "--connections", "16"]
WRK += ["--duration", "5s", "--timeout", "10s", "--latency", "--header", "Accept-Encoding: br"]
REQUESTS = re.compile(r"(\d+) requests in")
RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
MEDIAN = re.compile(r"\n +50% +(\S+)")
WRONG = re.compile(r"(Non-2xx|Socket errors).*")
TICKS = os.sysconf("SC_CLK_TCK")


def main(runs):
    os.sched_setaffinity(0, {0})
    with tempfile.TemporaryDirectory() as folder, started(Path(folder)) as site:
        found = {path: [] for path in PAGES}
        # Page after page, so that a noisy minute is shared among them.
        for _run in range(runs):
            for path in PAGES:
                found[path].append(measured(site, path))
    sys.stdout.write("".join(table(found)))


def measured(site, path):
    """Requests a second, requests a second of processor time, and the median wait."""
    before = processor_seconds(site.process.pid)
    address = f"http://127.0.0.1:{site.port}{path}"
    said = subprocess.run([*WRK, address], capture_output=True, text=True, check=True).stdout
    if wrong := WRONG.search(said):
        raise SystemExit(f"{path}: {wrong[0]}")
    used = processor_seconds(site.process.pid) - before
    return float(RATE.search(said)[1]), int(REQUESTS.search(said)[1]) / used, wait(said)


def wait(said):
    """In milliseconds."""
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s)", MEDIAN.search(said)[1]).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def processor_seconds(pid):
    """Of the process and its children, user's and system's."""
    stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return sum(map(int, stat[11:13])) / TICKS + sum(map(processor_seconds, children))


def table(found):
    yield "| Page | Requests a second | A second of processor time | Median wait |\n"
    yield "| --- | ---: | ---: | ---: |\n"
    for path, runs in found.items():
        rate, of_processor, milliseconds = map(statistics.median, zip(*runs, strict=True))
        yield f"| `{path}` | {rate:.0f} | {of_processor:.0f} | {milliseconds:.0f} ms |\n"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
