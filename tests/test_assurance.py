"""What docs/assurance.md names as proof is there."""

import re
from pathlib import Path

from tests.faults import __main__ as faults
from tests.rehearsal.acts import ACTS

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs/assurance.md").read_text()
NAMED = set(re.findall(r"`([^` ]+)`", TEXT)) - {"tests/", "test_….py"}
TARGETS = set(re.findall(r"`make (\w+)`", TEXT))


def test_every_test_and_every_scenario_that_is_named_is_there():
    scenarios = {*faults.ALL, *(act.play.__name__ for act in ACTS)}

    assert {
        name for name in NAMED - scenarios if not (ROOT / "tests" / name).is_file()
    } == set()


def test_every_scenario_and_every_act_is_named():
    assert {*faults.ALL, *(act.play.__name__ for act in ACTS)} - NAMED == set()


def test_every_target_that_is_named_is_there():
    makefile = (ROOT / "Makefile").read_text()

    assert [name for name in TARGETS if not re.search(rf"^{name}:", makefile, re.M)] == []
