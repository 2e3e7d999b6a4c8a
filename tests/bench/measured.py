"""Measures the scratch site with N pages, for growth.py: python -m tests.bench.measured N"""

import json
import os
import statistics
import sys
import time

from tests.bench.scratch import start_django

# Each request so often, unless that takes too long.
RUNS = 25
PATIENCE = 3


def main(pages):
    start_django(pages)
    from tests.bench.requests import requests

    found = {name: measure(request) for name, request in requests().items()}
    sys.stdout.write(json.dumps(found))


def measure(request):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    request()
    with CaptureQueriesContext(connection) as captured:
        request()
    # Read now: the next request begins a list of its own.
    queries = sum(not is_transaction(query["sql"]) for query in captured)
    times, processor, began = [], [], time.perf_counter()
    while len(times) < RUNS and time.perf_counter() - began < PATIENCE:
        start, used = time.perf_counter(), processor_seconds()
        request()
        times.append((time.perf_counter() - start) * 1000)
        processor.append((processor_seconds() - used) * 1000)
    return {
        "processor": statistics.median(processor),
        "median": statistics.median(times),
        "best": min(times),
        "queries": queries,
    }


def processor_seconds():
    """Of this process and those that it has waited for."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def is_transaction(sql):
    return sql.startswith(("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE"))


if __name__ == "__main__":
    main(int(sys.argv[1]))
