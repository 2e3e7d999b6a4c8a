"""`make audit` says what it found, or that it has found out nothing."""

import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLAWS = {
    "dependencies": [
        {"name": "asgiref", "version": "3.13.0", "vulns": []},
        {"name": "django", "version": "5.2.1", "vulns": [{"id": "PYSEC-1"}, {"id": "PYSEC-2"}]},
    ]
}
WRITES = (
    'for last in "$@"; do case "$before" in --output) file=$last;; esac; before=$last; done'
)
# What pip-audit does in each case: it ends with 1 in both of the bad ones.
ACTS = {
    "well": f'{WRITES}; echo "{{}}" > "$file"',
    "flaws": f"{WRITES}; echo '{json.dumps(FLAWS)}' > \"$file\"; exit 1",
    "no answer": 'echo "Traceback" >&2; echo "ConnectionError: no such host" >&2; exit 1',
}


@pytest.fixture
def audit(tmp_path):
    def run(act):
        program = tmp_path / "bin" / "pip-audit"
        program.parent.mkdir()
        program.write_text(f"#!/bin/sh\n{ACTS[act]}\n")
        program.chmod(0o755)
        done = subprocess.run(
            ["make", "--old-file=sbom", "audit", f"AUDIT={tmp_path}"],  # noqa: S607
            cwd=ROOT,
            env={"PATH": os.environ["PATH"]},  # Not that of a make that runs the tests.
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode == 0, done.stdout.splitlines()

    return run


@pytest.mark.parametrize(
    ("act", "is_well", "said"),
    [
        (
            "well",
            True,
            ["Audited: no flaw is known in what requirements/cluster.txt lists."],
        ),
        (
            "flaws",
            False,
            [
                "django 5.2.1 PYSEC-1 PYSEC-2",
                "FLAWS ARE KNOWN in what requirements/cluster.txt lists: see above.",
            ],
        ),
        (
            "no answer",
            False,
            [
                "ConnectionError: no such host",
                "NOT AUDITED: there was no answer, so nothing is known, good or bad.",
            ],
        ),
    ],
)
def test_an_audit_says_plainly_how_it_went(audit, act, is_well, said):
    assert audit(act) == (is_well, said)
