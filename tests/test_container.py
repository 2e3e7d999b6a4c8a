"""What the image promises, as far as its recipe can be read without an engine."""

from pathlib import Path

import pytest
import yaml

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


# compose.yaml


@pytest.fixture
def services():
    return yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]


def test_what_the_site_needs_beside_it_is_run(services):
    """Each command that docs/operators.md asks for, by somebody who can reach what it needs."""
    ways = {
        name: (" ".join(service["command"]), service["networks"])
        for name, service in services.items()
        if "command" in service
    }

    assert [
        next(networks for command, networks in ways.values() if needed in command)
        for needed in ["publish_due --watch", "check_links", "send_reminders", "backup"]
    ] == [["back"], ["back", "out"], ["back", "out"], ["back"]]


@pytest.mark.parametrize("name", ["web", "publish-due", "daily", "backup"])
def test_each_of_our_containers_can_do_as_little_as_the_others(services, name):
    service = services[name]

    assert {key: service.get(key) for key in ["read_only", "cap_drop", "security_opt"]} == {
        "read_only": True,
        "cap_drop": ["ALL"],
        "security_opt": ["no-new-privileges:true"],
    }
    assert service["environment"] == services["web"]["environment"]
