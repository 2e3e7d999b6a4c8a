"""The table of what was measured, and docs/performance.md where it is asked for."""

import re
import statistics
from datetime import UTC, datetime

from tests.started import ROOT

DOCUMENT = ROOT / "docs" / "performance.md"
BEGINS, ENDS = "<!-- measured -->", "<!-- end -->"
# Beside which other each is to be seen.
AGAINST = {
    "kept page, br": "the same with our headers",
    "kept page, ?utm_source=x": "kept page, br",
    "304": "kept page, br",
    "unknown address": "kept page, br",
    "search, kept": "kept page, br",
    "nginx before the site, identity": "nginx, file, identity",
    "nginx before the site, br": "nginx, file, br",
    "nginx before the site, 304": "nginx before the site, br",
}


def table(found):
    """`found` is {name: (samples, bytes on the wire)}."""
    medians = {name: median(samples) for name, (samples, _wire) in found.items()}
    return "".join(lines(found, medians))


def median(samples):
    return statistics.median(sample.per_cpu_second for sample in samples)


def lines(found, medians):
    yield "| Asked for | A second of processor time | A second | p50 | p99 | Bytes | Beside |\n"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | --- |\n"
    for name, (samples, wire) in found.items():
        quickest = min(samples, key=lambda sample: sample.p99)
        a_second = statistics.median(sample.per_second for sample in samples)
        yield (
            f"| {name} | {medians[name]:,.0f} | {a_second:,.0f} | {quickest.p50:.2f} ms "
            f"| {quickest.p99:.2f} ms | {wire:,} | {beside(name, medians)} |\n"
        )


def beside(name, medians):
    other = AGAINST.get(name)
    if other not in medians:
        return ""
    return f"{medians[name] / medians[other]:.2f} × {other}"


def document(text, asked):
    said = f"{datetime.now(UTC):%d %B %Y}: {asked.rounds} rounds of {asked.seconds} seconds."
    measured = f"{BEGINS}\n{said}\n\n{text}{ENDS}"
    old = DOCUMENT.read_text()
    DOCUMENT.write_text(re.sub(f"{BEGINS}.*{ENDS}", lambda _: measured, old, flags=re.DOTALL))
