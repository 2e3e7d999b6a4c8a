"""
Visitors without wrk: python -m tests.bench.speed.visitors URL SECONDS [Name: value ...]

Prints the requests, the requests a second, and the median and 99th hundredth of the wait in
milliseconds. Slower than wrk, so that its figures count by the servers' processor time only.
"""

import socket
import statistics
import sys
import threading
import time
from urllib.parse import urlsplit

CONNECTIONS = 4


class Visitor(threading.Thread):
    def __init__(self, url, headers, ends):
        super().__init__()
        parts = urlsplit(url)
        self.place = (parts.hostname, parts.port)
        lines = [f"GET {parts.path}?{parts.query} HTTP/1.1", f"Host: {parts.netloc}", *headers]
        self.request = "\r\n".join([*lines, "", ""]).encode()
        self.ends = ends
        self.waits = []

    def run(self):
        with socket.create_connection(self.place) as connection:
            answers = connection.makefile("rb")
            while (began := time.perf_counter()) < self.ends:
                connection.sendall(self.request)
                read_answer(answers)
                self.waits.append((time.perf_counter() - began) * 1000)


def read_answer(answers):
    length = 0
    while (line := answers.readline()) not in (b"\r\n", b""):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    answers.read(length)


def main(url, seconds, headers):
    ends = time.perf_counter() + seconds
    visitors = [Visitor(url, headers, ends) for _ in range(CONNECTIONS)]
    for each in visitors:
        each.start()
    for each in visitors:
        each.join()
    waits = [wait for each in visitors for wait in each.waits]
    p99 = statistics.quantiles(waits, n=100)[98]
    print(len(waits), len(waits) / seconds, statistics.median(waits), p99)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), sys.argv[3:])
