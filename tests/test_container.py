"""What the image promises, as far as its recipe can be read without an engine."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def instructions(recipe):
    """(name, arguments), with continued lines put together."""
    lines = recipe.replace("\\\n", " ").splitlines()
    return [line.split(maxsplit=1) for line in lines if line and line[0].isupper()]


@pytest.fixture
def last_stage():
    recipe = instructions((ROOT / "Dockerfile").read_text())
    bases = [number for number, (name, _arguments) in enumerate(recipe) if name == "FROM"]
    assert len(bases) == 2
    return recipe[bases[-1] :]


def arguments(stage, name):
    return [rest for found, rest in stage if found == name]


def test_the_image_is_slim_and_installs_nothing_itself(last_stage):
    assert arguments(last_stage, "FROM") == ["python:3.11-slim-trixie"]
    installers = [run for run in arguments(last_stage, "RUN") if "apt" in run or "pip" in run]
    assert installers == []


def test_the_site_in_it_runs_as_a_user_without_rights(last_stage):
    assert arguments(last_stage, "USER") == ["10001:10001"]
    copied = arguments(last_stage, "COPY")
    assert [each for each in copied if "--chown" in each] == []


def test_it_tells_whether_it_is_well(last_stage):
    (check,) = arguments(last_stage, "HEALTHCHECK")
    assert "kbh_radikalisering.alive" in check


def test_it_holds_what_the_site_is_made_of_and_nothing_else():
    kept = [
        line.removeprefix("!")
        for line in (ROOT / ".dockerignore").read_text().splitlines()
        if line.startswith("!")
    ]
    assert [name for name in kept if not (ROOT / name).exists()] == []
    assert {"tests", "docs", ".git", "var"} & set(kept) == set()
