"""
A scratch site with N pages: python -m tests.bench.fill N

It is the initial content and what is made up around it: a tree of pages, a tenth as many
documents, and up to two hundred years. DATABASE_URL says where it lies; without it it lies
in var/bench. Rows are stored in bulk and indexed once: a site of 20,000 pages grows over
years, and nobody wants to wait as long for a benchmark. A site that has been filled is
left as it is.
"""

import sys
import time

from tests.bench.scratch import start_django


def main(pages):
    start_django(pages)
    from tests.bench import content

    began = time.monotonic()
    if content.is_filled():
        return
    content.fill(pages)
    sys.stderr.write(f"Filled with {pages:,} pages in {time.monotonic() - began:.0f} s.\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
