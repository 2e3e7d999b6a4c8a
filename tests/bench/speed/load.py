"""So many requests as one core can send, and what they cost the server."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass

import psutil

CONNECTIONS = 16
# The servers have the first core, the visitors the second.
PINNED = ["taskset", "--cpu-list", "1"]
TIME = re.compile(r"([\d.]+)(us|ms|s|m)")
IN_MS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}


@dataclass(frozen=True)
class Sample:
    """`per_second` is by the clock, `per_cpu_second` by the servers' processor time."""

    per_second: float
    per_cpu_second: float
    p50: float
    p99: float


def sample(target, seconds):
    before = processor_seconds(target.processes)
    requests, per_second, p50, p99 = driven(target, seconds)
    used = processor_seconds(target.processes) - before
    return Sample(per_second, requests / used if used else 0, p50, p99)


def driven(target, seconds):
    """(requests, requests a second, the median and the 99th hundredth in milliseconds)."""
    if shutil.which("wrk"):
        return by_wrk(target, seconds)
    command = [sys.executable, "-m", "tests.bench.speed.visitors", target.url, str(seconds)]
    command += [f"{name}: {value}" for name, value in target.headers.items()]
    said = subprocess.check_output([*PINNED, *command], text=True)
    requests, *rest = map(float, said.split())
    return int(requests), *rest


def by_wrk(target, seconds):
    command = [*PINNED, "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s"]
    command += ["--timeout", "10s", "--latency"]
    for name, value in target.headers.items():
        command += ["-H", f"{name}: {value}"]
    said = subprocess.check_output([*command, target.url], text=True)
    wrong = re.search(r"(Non-2xx|Socket errors).*", said)
    # A 304 is what was asked for, and wrk calls nothing below 400 wrong.
    if wrong and target.status < 400:
        raise SystemExit(f"{target.name}: {wrong[0]}")
    return (
        int(re.search(r"(\d+) requests in", said)[1]),
        float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]),
        milliseconds(re.search(r"\n +50% +(\S+)", said)[1]),
        milliseconds(re.search(r"\n +99% +(\S+)", said)[1]),
    )


def milliseconds(text):
    number, unit = TIME.fullmatch(text).groups()
    return float(number) * IN_MS[unit]


def processor_seconds(processes):
    return sum(times.user + times.system for each in processes for times in cpu_of(each))


def cpu_of(process):
    one = psutil.Process(process.pid)
    return [each.cpu_times() for each in [one, *one.children(recursive=True)]]


def memory_of(process):
    """PSS in MB of the master and of each worker."""
    one = psutil.Process(process.pid)
    return [each.memory_full_info().pss / 2**20 for each in [one, *one.children()]]
